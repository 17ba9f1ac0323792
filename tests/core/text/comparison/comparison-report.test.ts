import { describe, expect, it } from 'vitest';
import {
  comparisonReport,
  type ReportInput,
} from '../../../../src/core/text/comparison/comparison-report.ts';
import { reportMarkdown } from '../../../../src/core/text/report/report-markdown.ts';
import { evidence, NOISE, TOO_FEW } from '../../../helpers/evidence.ts';

const quantity = { sampleType: { type: 'alloc_objects', unit: 'count' }, per: 'request' };
const changed = (shortName: string, before: number, after: number, known = evidence()) => ({
  name: `m/${shortName}`,
  shortName,
  before,
  after,
  evidence: known,
});
const input: ReportInput = {
  quantity,
  total: { before: 332, after: 105, evidence: evidence() },
  totals: [{ quantity, before: 332, after: 105, evidence: evidence() }],
  falls: [changed('keys.buildKey', 40.1, 4.9), changed('a.few', 3, 0, TOO_FEW)],
  rises: [changed('b.noisy', 1, 2, NOISE)],
  measured: null,
  percentOf: { name: 'all before', total: 332 },
  level: 0.95,
  unknownReason: '',
  focus: null,
  normalisedBy: null,
  granularity: 'function',
  hazards: [],
  method: [{ label: 'Before', text: ['a.pb.gz'] }],
};
const textOf = (changes: Partial<ReportInput>) =>
  reportMarkdown(comparisonReport({ ...input, ...changes }));

describe('a report', () => {
  it('names in its text only what is more than noise', () => {
    const paragraphs = textOf({}).split('###')[0];
    expect(paragraphs).toContain(
      'The largest fall beyond sampling noise, by a function’s own (flat) objects allocated per request: `keys.buildKey` from 40.1 to 4.90 (−35.2, −87.8% of its own before).',
    );
    expect(paragraphs).not.toContain('a.few');
    expect(paragraphs).toContain(
      'None of the largest rises is known to be more than sampling noise.',
    );
  });

  it('names each denominator above its percentages', () => {
    const text = textOf({});
    expect(text).toContain('| % of its own before | % of all before | confidence |');
    expect(text).toContain('| `m/keys.buildKey` | 40.1 | 4.90 | −35.2 | −87.8% | −10.6% | real |');
    expect(text).toContain('| `m/b.noisy` | 1 | 2 | +1 | +100% | +0.30% | noise |');
  });

  it('says that the work itself may vary', () => {
    expect(textOf({})).toContain('varies from run to run is not covered');
  });

  it('says why nothing is known of noise, and calls nothing real then', () => {
    const text = textOf({ level: null, unknownReason: 'Before: no period.' });
    expect(text).toContain('How far sampling noise reaches is not known. Before: no period.');
    expect(text).not.toContain('| real |');
    expect(text).not.toContain('beyond sampling noise');
  });

  it('claims no change of a total that was made equal', () => {
    const text = textOf({ normalisedBy: '2.87' });
    expect(text.split('\n')[0]).toBe(
      '## Objects allocated per request, both sides scaled to the same total: only shares are compared.',
    );
    expect(text).toContain('multiplied by 2.87');
  });

  it('says first through what the stacks lead that it is about', () => {
    expect(textOf({ focus: 'main.serve' }).split('\n')[0]).toBe(
      '## On the stacks through `main.serve`: objects allocated per request fell from 332 to 105 (−68.4% of before).',
    );
  });

  it('has the totals before they were divided too', () => {
    const whole = { quantity: { ...quantity, per: null }, before: 26_500_000, after: 8_410_000 };
    const text = textOf({ measured: [whole] });
    expect(text).toContain('| Objects allocated per request | 332 ');
    expect(text).toContain('### Totals as measured');
    expect(text).toContain('| Objects allocated | 26.5M | 8.41M | −18.1M | −68.3% | ×0.317 |');
    expect(textOf({})).not.toContain('as measured');
  });

  it('explains its words', () => {
    const terms = textOf({}).split('### What the words mean')[1];
    for (const word of [
      'Flat and cum',
      'ratio',
      'real',
      'too few',
      '95% interval',
      'KiB',
      'SHA-256',
    ]) {
      expect(terms).toContain(`**${word}`);
    }
    expect(textOf({ level: null })).not.toContain('interval');
  });

  it('has sentences where it has no rows', () => {
    expect(textOf({ falls: [], rises: [] })).toContain('No function fell.');
  });
});

describe('as Markdown', () => {
  it.each([
    ['main.F|x', '`m/main.F\\|x`'],
    ['main.`F`', '`` m/main.`F` ``'],
    ['<img onerror=x>', '`m/<img onerror=x>`'],
  ])('the name %s stays a name', (name, code) => {
    expect(textOf({ falls: [changed(name, 9, 1)] })).toContain(`| ${code} |`);
  });

  it('text from files is no markup', () => {
    const text = textOf({
      method: [{ label: 'Before', text: ['[a](x) <b> *c* @d #1 ~~e~~ $f$'] }],
    });
    expect(text).toContain('\\[a\\](x) \\<b\\> \\*c\\* `@d` `#1` `~~e~~` `$f$`');
  });
});
