import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ChangeKind, compareEscapes } from '../../../../src/core/analysis/escape-join/changes.ts';
import type { EscapeEvidence } from '../../../../src/core/evidence/escape/diagnostics.ts';
import { diagnosticAt } from '../../../../src/core/evidence/escape/read.ts';
import { escapesIn } from '../../../helpers/escapes.ts';

const KIND_NAMES = Object.keys(ChangeKind);

/** A line for each allocation: what became of it, where it stood and stands, and what is said instead. */
function drawChanges(before: EscapeEvidence, after: EscapeEvidence): string {
  const changes = compareEscapes(before, after);
  const place = (evidence: EscapeEvidence, row: number | undefined) => {
    if (row === undefined || row < 0) return null;
    const { path, line, message } = diagnosticAt(evidence, row);
    return { at: `${path}:${line}`, message };
  };
  return Array.from({ length: changes.length }, (_, row) => {
    const was = place(before, changes.before[row]);
    const is = place(after, changes.after[row]);
    const instead = place(after, changes.instead[row]);
    return [
      `${KIND_NAMES[changes.change[row] ?? -1]} ${(is ?? was)?.message}`,
      was?.at ?? '-',
      is?.at ?? '-',
      ...(instead === null ? [] : [`now ${instead.message}`]),
    ].join(' | ');
  }).join('\n');
}

const draw = (before: string, after: string) =>
  `\n${drawChanges(escapesIn(before), escapesIn(after))}\n`;

describe('an allocation', () => {
  it('is the same in its function wherever it stands, and whichever number the compiler gave it', () => {
    expect(
      draw(
        `
# app/q
q/q.go:3:6: cannot inline Add: function too complex
q/q.go:5:2: moved to heap: x
q/q.go:6:2: ~r1 escapes to heap
q/q.go:7:2: x escapes to heap
q/q.go:7:9: x escapes to heap
q/q.go:20:6: cannot inline Drop: function too complex
q/q.go:21:2: y escapes to heap
`,
        `
# app/q
/build/app/q/q.go:13:6: cannot inline Add: function too complex
/build/app/q/q.go:15:2: moved to heap: x
/build/app/q/q.go:16:2: ~r0 escapes to heap
/build/app/q/q.go:17:2: x escapes to heap
/build/app/q/q.go:30:6: cannot inline Drop: function too complex
/build/app/q/q.go:31:2: y does not escape
/build/app/q/q.go:40:6: cannot inline Late: function too complex
/build/app/q/q.go:41:2: x escapes to heap
`,
      ),
    ).toMatchInlineSnapshot(`
      "
      moved moved to heap: x | q/q.go:5 | /build/app/q/q.go:15
      moved ~r0 escapes to heap | q/q.go:6 | /build/app/q/q.go:16
      moved x escapes to heap | q/q.go:7 | /build/app/q/q.go:17
      new x escapes to heap | - | /build/app/q/q.go:41
      gone x escapes to heap | q/q.go:7 | -
      gone y escapes to heap | q/q.go:21 | - | now y does not escape
      "
    `);
  });

  it('keeps its line before others that look the same', () => {
    const said = (line: number) => `q.go:${line}:2: x escapes to heap\n`;
    expect(draw(said(5) + said(9), said(9) + said(12))).toMatchInlineSnapshot(`
      "
      unchanged x escapes to heap | q.go:9 | q.go:9
      moved x escapes to heap | q.go:5 | q.go:12
      "
    `);
    expect(draw(said(5) + said(9), said(9))).toMatchInlineSnapshot(`
      "
      unchanged x escapes to heap | q.go:9 | q.go:9
      gone x escapes to heap | q.go:5 | -
      "
    `);
  });

  it('is told by -m=2 and -m alike', () => {
    const m2 = 'q.go:3:6: cannot inline F: recursive\nq.go:5:2: moved to heap: x\n';
    expect(draw(m2, 'q.go:6:2: moved to heap: x\n')).toMatchInlineSnapshot(`
      "
      moved moved to heap: x | q.go:5 | q.go:6
      "
    `);
  });

  it('of closures is in the function around them, as either dialect names it', () => {
    const old = 'q.go:3:6: cannot inline F: recursive\nq.go:5:2: x escapes to heap\n';
    const now =
      'q.go:8:2: x escapes to heap in F.func1:\nq.go:8:2:   flow: {heap} ← &x:\nq.go:8:2: x escapes to heap\n';
    expect(draw(old, now)).toMatchInlineSnapshot(`
      "
      moved x escapes to heap | q.go:5 | q.go:8
      "
    `);
  });
});

it('tells what the fix of the seed story changed', async () => {
  const [before, after] = ['before', 'after'].map((side) =>
    escapesIn(readFileSync(`tests/fixtures/seed-story/${side}/escape.txt`, 'utf8')),
  ) as [EscapeEvidence, EscapeEvidence];
  await expect(`${drawChanges(before, after)}\n`).toMatchFileSnapshot(
    join(import.meta.dirname, '../../../golden/evidence/escape-join/changes.txt'),
  );
});
