import { join } from 'node:path';
import { expect, it } from 'vitest';
import { viewFacts } from '../../src/words/caption/view-facts.ts';
import { denominatorWords } from '../../src/words/denominator-words.ts';
import { FrameTexts } from '../../src/words/frame-texts.ts';
import { profileReportInput } from '../../src/words/report/profile-input.ts';
import { exportTools, wholeView } from '../helpers/export-tools.ts';

/** pprof saved it; the side compared with has 26.5M objects. */
const saved = join(import.meta.dirname, '../fixtures/pprof/saved-difference/heap.pb.gz');

it('a saved comparison names one denominator everywhere, and says that its values are changes', async () => {
  const { ask, profile } = await exportTools([saved]);
  const summary = profile(1);
  const view = {
    ...wholeView,
    sampleType: summary.sampleTypes.findIndex(({ type }) => type === 'alloc_objects'),
  };
  const top = await ask('top', { view, sort: { column: 'flat', descending: true }, filter: null });
  expect(summary.totals[view.sampleType]).toBe(top.total);
  const words = 'Percentages are of all 26.5M objects allocated on the side compared with';
  expect(denominatorWords(summary, view)).toBe(words);
  const input = profileReportInput(summary, {
    view,
    frames: new FrameTexts(await ask('frames', view)),
    byFlat: top,
    byCum: top,
    precision: await ask('precision', { view }),
  });
  expect(input).toMatchObject({
    denominator: words,
    wholeNote: 'Of all samples of the side compared with.',
  });
  expect(viewFacts({ view, profile: summary, compared: null })).toEqual([
    'A saved comparison: values are changes, and widths their sizes, falls and rises alike',
  ]);
});
