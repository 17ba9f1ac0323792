import { expect, it } from 'vitest';
import type { OpenEvidence } from '../../../../src/bridge/evidence-api.ts';
import { plainText } from '../../../../src/core/text/report/report-document.ts';
import { missingEvidence } from '../../../../src/words/report/evidence/missing.ts';
import { sourceOf } from '../../../../src/words/report/evidence/sources.ts';
import { textEntries } from '../../../../src/words/report/evidence/text-entries.ts';

const text = (name: string, count: number, unreadable: readonly number[] = []): OpenEvidence => ({
  id: 1,
  name,
  path: '',
  sha256: 'c0ffee',
  fileBytes: 1,
  longLines: 0,
  suggestedSide: null,
  findings: [
    { kind: 'gctrace', count, unreadable: { count: unreadable.length, first: [...unreadable] } },
  ],
  side: 'after',
});

const drawn = (entries: ReturnType<typeof textEntries>): string =>
  entries.map(({ label, text: phrases }) => `${label}: ${plainText(phrases)}`).join('\n');

const [whole, torn, unread] = [
  text('a.log', 3),
  text('b\u202e.log', 1, [7]),
  text('c.log', 0, [1]),
];

it('names each text with its run, its fingerprint and what could not be read', () => {
  expect(
    drawn(textEntries({ before: [whole, torn], after: [unread] }, true)),
  ).toMatchInlineSnapshot(`
      "Text, before: a.log, 3 collections, SHA-256 c0ffee
      Text, before: b\\u{202E}.log, 1 collection, SHA-256 c0ffee. 1 line looks like a collection and could not be read: line 7.
      Text, after: c.log, SHA-256 c0ffee. 1 line looks like a collection and could not be read: line 1."
    `);
  expect(drawn(textEntries({ before: [], after: [whole] }, false))).toMatchInlineSnapshot(
    `"Text: a.log, 3 collections, SHA-256 c0ffee"`,
  );
});

const NOTHING = {
  collector: null,
  benchmarks: null,
  escapes: null,
  escapeChanges: null,
  load: null,
  sites: null,
};

it('counts a text of which nothing could be read as missing, and as no source', () => {
  const sides = { before: [whole, torn], after: [unread] };
  expect(sourceOf({ ...NOTHING, ...sides }, 'gctrace')).toMatchInlineSnapshot(
    `"a.log, b\\u{202E}.log"`,
  );
  expect(drawn(missingEvidence(sides, true))).toMatchInlineSnapshot(`
    "Collections and pauses, after: GODEBUG=gctrace=1 ./SERVICE 2> gctrace.log, and open what it writes.
    Benchmarks: go test -run '^$' -bench . -benchmem -count 10 ./... > bench.txt, and open what it writes.
    What the compiler says of allocations: go build -gcflags=-m=2 ./... 2> escape.txt, and open what it writes.
    Latencies and the number of requests: hey -z 30s http://HOST/PATH > load.txt, and open what it writes."
  `);
  expect(drawn(missingEvidence({ before: [], after: [whole] }, false))).toMatchInlineSnapshot(`
    "Benchmarks: go test -run '^$' -bench . -benchmem -count 10 ./... > bench.txt, and open what it writes.
    What the compiler says of allocations: go build -gcflags=-m=2 ./... 2> escape.txt, and open what it writes.
    Latencies and the number of requests: hey -z 30s http://HOST/PATH > load.txt, and open what it writes."
  `);
});
