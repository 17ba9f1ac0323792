import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Session } from '../../src/engine/session.ts';
import { viewOf } from '../helpers/views.ts';

const fixtures = join(import.meta.dirname, '../fixtures');

async function openAs(session: Session, id: number, path: string): Promise<void> {
  const bytes = readFileSync(join(fixtures, path));
  await session.open(id, { name: path, path: '', bytes }, () => {});
}

it('what the compiler said of allocations stands by the lines of each side’s file', async () => {
  const session = new Session();
  await openAs(session, 1, 'pprof/seed-story/before/heap.pb.gz');
  await openAs(session, 2, 'pprof/seed-story/after/heap.pb.gz');
  await openAs(session, 3, 'seed-story/before/escape-m1.txt');
  await openAs(session, 4, 'seed-story/after/escape-m1.txt');
  const rules = { tolerant: true, renames: [] };
  const view = {
    ...viewOf(2),
    base: { profile: 1, sampleType: 0, rules, fairness: { kind: 'asMeasured' } },
  } as const;
  const file = '/src/myservice/keys/keys.go';
  const sides = { before: [3], after: [4] };
  const said = session.answer('sourceNotes', { sides, view, files: [file, file] });
  expect(
    said.map((notes) => notes.map(({ line, message }) => `${line}: ${message}`)),
  ).toMatchInlineSnapshot(`
      [
        [
          "16: "cache:" + tenant escapes to heap",
          "18: key + ":" + ~r0 escapes to heap",
          "18: n escapes to heap",
          "25: ":" + tenant escapes to heap",
          "26: ":" + ~r0 escapes to heap",
          "26: n escapes to heap",
          "27: ":" + version escapes to heap",
          "32: n escapes to heap",
        ],
        [
          "21: "strings: illegal use of non-zero Builder copied by value" escapes to heap",
          "22: "strings: illegal use of non-zero Builder copied by value" escapes to heap",
          "25: "strings: illegal use of non-zero Builder copied by value" escapes to heap",
          "26: "strings: illegal use of non-zero Builder copied by value" escapes to heap",
          "34: "strings: illegal use of non-zero Builder copied by value" escapes to heap",
          "35: "strings: illegal use of non-zero Builder copied by value" escapes to heap",
          "36: "strings: illegal use of non-zero Builder copied by value" escapes to heap",
          "37: "strings: illegal use of non-zero Builder copied by value" escapes to heap",
          "38: "strings: illegal use of non-zero Builder copied by value" escapes to heap",
          "39: "strings: illegal use of non-zero Builder copied by value" escapes to heap",
          "40: "strings: illegal use of non-zero Builder copied by value" escapes to heap",
        ],
      ]
    `);
  expect(session.answer('sourceNotes', { sides, view: viewOf(2), files: [file] })).toEqual([
    said[1],
  ]);
  expect(session.answer('sourceNotes', { sides, view, files: [null, '/src/other/x.go'] })).toEqual([
    [],
    [],
  ]);
  const none = { before: [], after: [] };
  expect(session.answer('sourceNotes', { sides: none, view, files: [file, file] })).toEqual([
    [],
    [],
  ]);
});
