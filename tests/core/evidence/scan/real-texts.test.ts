import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Evidence, findingsOf, LINE_KINDS } from '../../../../src/core/evidence/evidence.ts';
import { LineSearch } from '../../../../src/core/evidence/line-search.ts';
import { plainLines } from '../../../../src/core/evidence/scan/plain-lines.ts';
import { UnreadableCounter } from '../../../../src/core/evidence/unreadable-lines.ts';
import { nodeByteTools } from '../../../../src/engine/evidence/node-byte-tools.ts';

const example = (name: string) =>
  readFileSync(new URL(`../../../../resources/example/${name}`, import.meta.url));

const texts = ['before', 'after'].flatMap((side) =>
  ['gctrace.log', 'bench.txt', 'escape.txt'].map((file) => `${side}/${file}`),
);

function searched(bytes: Uint8Array): Evidence {
  const search = new LineSearch(nodeByteTools);
  search.push(bytes);
  return search.end();
}

/** What comes of giving every line to every extractor. */
function withoutSieve(bytes: Uint8Array): Evidence {
  const lines = new TextDecoder().decode(bytes).split('\n');
  const gathered = Object.entries(LINE_KINDS).map(([kind, { start }]) => {
    const extractor = start();
    const unreadable = new UnreadableCounter();
    for (const [at, line] of lines.entries()) {
      for (const plain of plainLines(line)) {
        if (extractor.take(plain) === 'unreadable') unreadable.add(at + 1);
      }
    }
    return [kind, { found: extractor.finish(), unreadable }];
  });
  const load = { found: [], unreadable: new UnreadableCounter() };
  return { ...Object.fromEntries(gathered), load } as Evidence;
}

const countsIn = (evidence: Evidence) =>
  new Map(findingsOf(evidence).map(({ kind, count }) => [kind, count]));

describe('the search in what Go printed', () => {
  it.each(texts)('misses nothing in %s', (name) => {
    const bytes = example(name);
    expect(searched(bytes)).toEqual(withoutSieve(bytes));
  });

  it('finds so much', () => {
    const found = texts.map((name) => {
      const findings = findingsOf(searched(example(name)));
      return [name, ...findings.map(({ kind, count }) => `${count} ${kind}`)].join(' ');
    });
    expect(found.join('\n')).toMatchInlineSnapshot(`
      "before/gctrace.log 314 gctrace
      before/bench.txt 70 benchmarks
      before/escape.txt 385 escape
      after/gctrace.log 109 gctrace
      after/bench.txt 70 benchmarks
      after/escape.txt 422 escape"
    `);
  });

  it('never fails in damaged texts, and misses no more in them than is damaged', () => {
    const all = Buffer.concat(texts.map(example));
    const damage = fc.array(
      fc.record({
        at: fc.nat(all.length - 1),
        bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
        length: fc.constantFrom(0, 1, 2, 500),
      }),
      { minLength: 1, maxLength: 30 },
    );
    const part = fc.nat(all.length - 20_000);
    fc.assert(
      fc.property(damage, part, (places, start) => {
        const text = Uint8Array.from(all.subarray(start, start + 20_000));
        for (const { at, bytes, length } of places) {
          const place = at % text.length;
          text.copyWithin(place + bytes.length, place + length);
          text.set(bytes.subarray(0, text.length - place), place);
        }
        // A place may break a beginning by which lines are known, or join two lines.
        const [found, wanted] = [countsIn(searched(text)), countsIn(withoutSieve(text))];
        for (const [kind, count] of wanted) {
          const missed = count - (found.get(kind) ?? 0);
          expect(missed).toBeGreaterThanOrEqual(0);
          expect(missed).toBeLessThanOrEqual(2 * places.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
