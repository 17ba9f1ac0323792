import { expect, it } from 'vitest';
import { COLORINGS, type Coloring } from '../../../src/core/drawing/box-colors.ts';
import {
  INKS,
  moduleColor,
  packageColor,
  shareScale,
  shareStep,
} from '../../../src/core/drawing/colors.ts';
import { FlameLook } from '../../../src/core/drawing/flame-look.ts';
import { LabelFitter } from '../../../src/core/drawing/label-fitter.ts';
import { sliceOf } from '../../helpers/flame-slices.ts';

const origins = {
  name: (frame: number) => `f${frame}`,
  package: (frame: number) => `example.com/p${frame}`,
  module: () => 'server',
};
// Rows: 0 root, 1 frame 0, 2 frame 1.
const slice = sliceOf({ self: 0, children: [{ self: 30 }, { self: 70 }] });

it('colours boxes by package, by module and by share', () => {
  const { package: byPackage, module: byModule, share } = COLORINGS;
  expect(byPackage(origins, 'dark').of(slice, 2)).toBe(packageColor('example.com/p1', 'dark'));
  expect(byModule(origins, 'light').of(slice, 1)).toBe(moduleColor('server', 'light'));
  expect(share(origins, 'light').of(slice, 2)).toBe(shareScale('light')[shareStep(0.7)]);
});

it('leaves to any colouring the boxes of functions that a search found, and no others', () => {
  const byRow: Coloring = () => ({ of: (_, row) => `row ${row}` });
  const look = new FlameLook(slice, origins, new LabelFitter(() => 1), {
    theme: 'light',
    colors: byRow(origins, 'light'),
    highlighted: Uint8Array.of(0, 1),
    rootLabels: [],
    hatch: '',
    oneSided: null,
  });
  expect([0, 1, 2].map((row) => look.fill(row))).toEqual([
    INKS.light.root,
    INKS.light.dimmed,
    'row 2',
  ]);
});
