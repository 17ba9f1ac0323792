import { describe, expect, it } from 'vitest';
import {
  type ProfileReportInput,
  profileReport,
} from '../../../../src/core/text/report/profile-report.ts';
import { plainText } from '../../../../src/core/text/report/report-document.ts';
import { reportMarkdown } from '../../../../src/core/text/report/report-markdown.ts';

const sampleType = { type: 'alloc_objects', unit: 'count' };
const known = (low: number, high: number) => ({ low, high });
const named = (shortName: string, flat: number, cum: number) => ({
  name: `myservice/${shortName}`,
  shortName,
  flat,
  cum,
  flatInterval: known(flat * 0.9, flat * 1.1),
  cumInterval: null,
});

const enrich = named('handlers.(*Handler).enrich', 310_000, 500_000);
const input: ProfileReportInput = {
  sampleType,
  total: 1_000_000,
  denominator: 'Percentages are of all 1M objects allocated',
  isChange: false,
  focus: null,
  wholeNote: 'Of all samples in the profile.',
  totals: [{ sampleType, total: 1_000_000, interval: known(950_000, 1_060_000) }],
  byFlat: [enrich, named('keys.buildKey', 200_000, 200_000)],
  byCum: [named('main.main', 0, 1_000_000), enrich],
  functionCount: 57,
  level: 0.95,
  unknownReason: '',
  granularity: 'function',
  warnings: [],
  method: [],
};
const reportOf = (changes: Partial<ProfileReportInput>) => profileReport({ ...input, ...changes });
const headlineOf = (changes: Partial<ProfileReportInput>) => plainText(reportOf(changes).headline);
const textOf = (changes: Partial<ProfileReportInput>) => reportMarkdown(reportOf(changes));

describe('the headline of a profile', () => {
  it('says which function does most itself, of what, and how much that is', () => {
    expect(headlineOf({})).toBe(
      'handlers.(*Handler).enrich itself allocates 31.0% of all objects: 310k of 1M objects.',
    );
  });

  it.each([
    ['inuse_space', 'bytes', 'allocated 31.0% of all bytes live: 303 KiB of 977 KiB.'],
    ['cpu', 'nanoseconds', 'uses 31.0% of all CPU time: 310 µs of 1 ms.'],
    ['contentions', 'count', 'accounts for 31.0% of all waits: 310k of 1M waits.'],
    ['toString', 'count', 'accounts for 31.0% of all toString: 310k of 1M toString.'],
  ])('speaks of %s in words', (type, unit, words) => {
    expect(headlineOf({ sampleType: { type, unit } })).toBe(
      `handlers.(*Handler).enrich itself ${words}`,
    );
  });

  it('names what the stacks lead through that are counted', () => {
    expect(headlineOf({ focus: 'main.serve' })).toContain(
      '31.0% of all objects on the stacks through main.serve: ',
    );
  });

  it('claims nothing where there is nothing', () => {
    expect(headlineOf({ byFlat: [], total: 0 })).toBe('Objects allocated: none.');
  });
});

describe('a report of a profile', () => {
  it('names the largest, and how much they are together', () => {
    expect(textOf({})).toContain(
      'The 2 functions with the largest own (flat) value are `handlers.(*Handler).enrich` (31.0%) and `keys.buildKey` (20.0%). The 2 largest of 57 make 51.0% of the whole.',
    );
  });

  it('has a denominator above its percentages, intervals beside its values, names in full', () => {
    const text = textOf({});
    expect(text).toContain(
      'By the function’s own (flat) value: Objects allocated. Percentages are of all 1M objects allocated. Ranges are 95% intervals.',
    );
    expect(text).toContain(
      '| `myservice/handlers.(*Handler).enrich` | 310k (279k – 341k) | 31.0% | 500k | 50.0% |',
    );
    expect(text).toContain('| Objects allocated | 1M | 1,000,000 objects | 950k – 1.06M |');
  });

  it('says why nothing is known of noise, and speaks of no intervals then', () => {
    const text = textOf({ level: null, unknownReason: 'No period.' });
    expect(text).toContain('How far sampling noise reaches is not known. No period.');
    expect(text).not.toContain('interval');
  });

  it('has the warnings of the profile', () => {
    expect(textOf({})).toContain('Nothing was found that speaks against trusting this profile.');
    expect(textOf({ warnings: ['It has @two types.'] })).toContain('- It has `@two` types.');
  });
});
