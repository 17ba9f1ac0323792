import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { LabelFitter } from '../../../src/core/drawing/label-fitter.ts';

const perCharacter = (text: string) =>
  [...text].reduce((sum, letter) => sum + ('ilj.'.includes(letter) ? 3 : 7), 0);

const names = ['myservice/handlers.(*Handler).enrich', 'main.main', '日本語.関数😀'];
const nameOf = (frame: number) => names[frame] ?? '';

describe('LabelFitter', () => {
  it('gives the longest form that fits', () => {
    const fitter = new LabelFitter(() => 7);
    expect(fitter.label(0, nameOf, 1000)).toBe('myservice/handlers.(*Handler).enrich');
    expect(fitter.label(0, nameOf, 26 * 7)).toBe('handlers.(*Handler).enrich');
    expect(fitter.label(0, nameOf, 6 * 7)).toBe('enrich');
    expect(fitter.label(0, nameOf, 5 * 7)).toBe('…rich');
  });

  it('says nothing rather than a letter or two', () => {
    const fitter = new LabelFitter(() => 7);
    expect(fitter.label(0, nameOf, 4 * 7)).toBe('…ich');
    expect(fitter.label(0, nameOf, 3 * 7)).toBe('');
    expect(fitter.label(0, nameOf, 0)).toBe('');
    expect(fitter.label(3, () => 'a.VisitChunk[go.shape.int]', 6 * 7)).toBe('');
  });

  it('never exceeds the width', () => {
    const fitter = new LabelFitter(perCharacter);
    fc.assert(
      fc.property(fc.nat({ max: 2 }), fc.nat({ max: 300 }), (frame, width) => {
        expect(perCharacter(fitter.label(frame, nameOf, width))).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('measures each character once, and asks for each name once', () => {
    const measure = vi.fn(perCharacter);
    const ask = vi.fn(nameOf);
    const fitter = new LabelFitter(measure);
    for (let width = 0; width < 400; width++) {
      for (const frame of [0, 1, 2]) fitter.label(frame, ask, width);
    }
    expect(ask).toHaveBeenCalledTimes(3);
    expect(measure.mock.calls.length).toBe(new Set(measure.mock.calls.flat()).size);
    expect(fitter.width('日本語.関数😀')).toBe(perCharacter('日本語.関数😀'));
  });
});
