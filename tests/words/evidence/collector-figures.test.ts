import { expect, test } from 'vitest';
import { collectorFigures, type FigureName } from '../../../src/core/evidence/gctrace/figures.ts';
import { windowOf } from '../../../src/core/evidence/gctrace/window.ts';
import {
  FIGURE_GROUPS,
  shownFigure,
  shownFigureChange,
} from '../../../src/words/evidence/collector-figures.ts';
import { readTrace, seedTrace } from '../../helpers/gctrace.ts';

const figuresOf = (trace: ReturnType<typeof seedTrace>) =>
  collectorFigures(trace, windowOf(trace, null, null));
const before = figuresOf(seedTrace('before'));
const kinds = FIGURE_GROUPS.flatMap((group) => group.kinds);
const kindOf = (name: FigureName) => {
  const found = kinds.find((kind) => kind.name === name);
  if (found === undefined) throw new Error(`No table has ${name}.`);
  return found;
};

test('tables have every figure but the seconds, once', () => {
  const names = Object.keys(before).filter((name) => name !== 'seconds');
  expect(kinds.map(({ name }) => name).sort()).toEqual(names.sort());
});

test('what is not known is a dash, without a unit and not coarse', () => {
  const nothing = figuresOf(readTrace('').trace);
  const texts = kinds.map((kind) => shownFigure(nothing, kind).text);
  expect(new Set(texts)).toEqual(new Set(['0', '—']));
});

test('a change is coarse as soon as the errors of both sides together are', () => {
  const live = (heapLiveMedianMB: number) => ({ ...before, heapLiveMedianMB });
  const kind = kindOf('heapLiveMedianMB');
  expect(shownFigure(live(30), kind)).toEqual({ text: '30 MiB', isCoarse: false });
  expect(shownFigureChange(live(30), live(60), kind).change.text).toBe('+100%');
  expect(shownFigureChange(live(30), live(45), kind).change.text).toBe('≈+50.0%');
  expect(shownFigureChange(live(19), live(900), kind).ratio.text).toBe('≈×47.4');
});
