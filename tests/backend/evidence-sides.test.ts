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
    nowBefore: null,
  });
});

it('takes a text for the only run where nothing of its kind is open', () => {
  expect(sideFor(opened, [text(1, 'benchmarks', 'run')]).side).toBe('run');
});

it('takes the second of a kind for the one after, and the first for the one before', () => {
  const first = text(1, 'gctrace', 'run');
  expect(sideFor(opened, [first])).toEqual({ side: 'after', nowBefore: first });
});

it('fills the side that is missing', () => {
  expect(sideFor(opened, [text(1, 'gctrace', 'after')])).toEqual({
    side: 'before',
    nowBefore: null,
  });
});
