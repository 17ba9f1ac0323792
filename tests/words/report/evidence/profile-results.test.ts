import { expect, it } from 'vitest';
import { profileResults } from '../../../../src/words/report/evidence/profile-results.ts';

const TOTALS = [
  {
    quantity: { sampleType: { type: 'alloc_objects', unit: 'count' }, per: null },
    before: 8000,
    after: 2000,
    evidence: null,
  },
  {
    quantity: { sampleType: { type: 'inuse_space', unit: 'bytes' }, per: null },
    before: 1,
    after: 1,
    evidence: null,
  },
];
const REQUESTS = { before: 1000, after: 500, source: 'load.json' };
const PROFILES = {
  level: null,
  source: 'heap.pb.gz',
  isComparison: true,
  focus: null,
  isNormalised: false,
};

type Options = Partial<typeof REQUESTS | { before: null; after: null }> &
  Partial<Omit<typeof PROFILES, 'focus'>> & { readonly focus?: string; readonly per?: string };

function drawn({ before = 1000, after = 500, per, ...profiles }: Options = {}): string {
  const totals = TOTALS.map((total) => ({
    ...total,
    quantity: { ...total.quantity, per: per ?? null },
  }));
  return profileResults(totals, { ...REQUESTS, before, after }, { ...PROFILES, ...profiles })
    .map((figure) => `${figure.label}: ${figure.before} → ${figure.after}, from ${figure.source}`)
    .join('\n');
}

it('divides allocations by the requests of each run', () => {
  expect(drawn()).toMatchInlineSnapshot(
    `"Objects allocated per request: 8 → 4, from heap.pb.gz, divided by the 1,000 and 500 requests of load.json"`,
  );
  expect(drawn({ isComparison: false, before: null })).toMatchInlineSnapshot(
    `"Objects allocated per request: NaN → 4, from heap.pb.gz, divided by the 500 requests of load.json"`,
  );
});

it('leaves them as they are where not both runs tell of requests', () => {
  expect(drawn({ before: null })).toMatchInlineSnapshot(
    `"Objects allocated: 8000 → 2000, from heap.pb.gz"`,
  );
});

it('divides nothing that is divided or scaled already', () => {
  expect(drawn({ per: 'page' })).toMatchInlineSnapshot(
    `"Objects allocated per page: 8000 → 2000, from heap.pb.gz"`,
  );
  expect(drawn({ isNormalised: true })).toMatchInlineSnapshot(
    `"Objects allocated: 8000 → 2000, from heap.pb.gz, values after scaled to the total before"`,
  );
});

it('says what they are of where not all stacks are looked at', () => {
  expect(drawn({ focus: 'keys.buildKey' })).toMatchInlineSnapshot(
    `"Objects allocated per request: 8 → 4, from heap.pb.gz, stacks through keys.buildKey, divided by the 1,000 and 500 requests of load.json"`,
  );
});
