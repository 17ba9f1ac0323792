import { expect, it } from 'vitest';
import { sideFor } from '../../src/backend/evidence-sides.ts';
import type { EvidenceKind, EvidenceSide, OpenEvidence } from '../../src/bridge/evidence-api.ts';

const text = (id: number, kind: EvidenceKind, side: EvidenceSide): OpenEvidence => ({
  id,
  name: `${id}.log`,
  path: '',
  sha256: '',
  fileBytes: 1,
  longLines: 0,
  suggestedSide: null,
  findings: [{ kind, count: 1, unreadable: { count: 0, first: [] } }],
  side,
});

const opened = text(9, 'gctrace', 'run');

it('takes a side that the name tells', () => {
  expect(sideFor({ ...opened, suggestedSide: 'before' }, [])).toEqual({
    side: 'before',
    moved: null,
  });
});

it('takes a text for the only run where nothing of its kind is open', () => {
  expect(sideFor(opened, [text(1, 'benchmarks', 'run')]).side).toBe('run');
});

it('takes the second of a kind for the one after, and the first for the one before', () => {
  const first = text(1, 'gctrace', 'run');
  expect(sideFor(opened, [first])).toEqual({
    side: 'after',
    moved: { text: first, side: 'before' },
  });
});

it('goes by the order in which openings began, not by that in which they ended', () => {
  const later = text(10, 'gctrace', 'run');
  expect(sideFor(opened, [later])).toEqual({
    side: 'before',
    moved: { text: later, side: 'after' },
  });
});

it.each([
  ['after', 'before'],
  ['before', 'after'],
] as const)('has the only run be the other one of a text that is told to be %s', (told, other) => {
  const only = text(1, 'gctrace', 'run');
  expect(sideFor({ ...opened, suggestedSide: told }, [only])).toEqual({
    side: told,
    moved: { text: only, side: other },
  });
});

it('leaves a text of another kind, and those that have sides', () => {
  const told = { ...opened, suggestedSide: 'after' } as const;
  for (const open of [text(1, 'benchmarks', 'run'), text(1, 'gctrace', 'after')]) {
    expect(sideFor(told, [open])).toEqual({ side: 'after', moved: null });
  }
});

it('fills the side that is missing', () => {
  expect(sideFor(opened, [text(1, 'gctrace', 'after')])).toEqual({
    side: 'before',
    moved: null,
  });
});
