import { join } from 'node:path';
import { expect, it } from 'vitest';
import { profileReport } from '../../src/core/text/report/profile-report.ts';
import { viewTitle } from '../../src/words/caption/title.ts';
import { viewFacts } from '../../src/words/caption/view-facts.ts';
import { denominatorWords } from '../../src/words/denominator-words.ts';
import { FrameTexts } from '../../src/words/frame-texts.ts';
import { profileReportInput } from '../../src/words/report/profile-input.ts';
import { exportTools } from '../helpers/export-tools.ts';
import { wholeView } from '../helpers/views.ts';

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
  const report = input && profileReport(input);
  expect(
    report?.headline.map((part) => (typeof part === 'string' ? part : part.code)).join(''),
  ).toBe(
    'keys.buildKey itself changed by −10.6% of the objects allocated on the side compared with: −2.82M against 26.5M objects.',
  );
  expect(viewTitle('graph', { view, profile: summary, compared: null })).toBe(
    'Change in objects allocated in api',
  );
  expect(viewFacts({ view, profile: summary, compared: null })).toEqual([
    'A saved comparison: values are changes, and widths their sizes, falls and rises alike',
  ]);
});
