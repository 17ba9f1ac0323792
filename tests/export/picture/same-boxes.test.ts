import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxEdges } from '../../../src/core/drawing/box-edges.ts';
import { emptyBoxes, layoutBoxes } from '../../../src/core/layout/flame-boxes.ts';
import { viewYOf, wholeGraph } from '../../../src/core/layout/viewport.ts';
import { arbitraryProfile } from '../../helpers/arbitrary-profile.ts';
import { NO_CAPTION, pictureRequest, WHOLE_GRAPH } from '../../helpers/drawn-pictures.ts';
import { exportedFiles, exportTools } from '../../helpers/export-tools.ts';
import { wholeView } from '../../helpers/views.ts';
import { xmlElements } from '../../helpers/xml-elements.ts';

/** The rectangles of an SVG's flame graph, as `x y width height`, sorted. */
function rectanglesOf(svg: string): string[] {
  return xmlElements(svg)
    .filter(({ name, path }) => name === 'path' && path.at(-1) === 'g')
    .flatMap(({ attributes }) =>
      Array.from(
        (attributes['d'] ?? '').matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+z/g),
        ([, ...numbers]) => numbers.join(' '),
      ),
    )
    .sort();
}

describe('the boxes of a picture', () => {
  it('stand where the layout of the same slice has them', async () => {
    const rowHeight = 20;
    await fc.assert(
      fc.asyncProperty(
        arbitraryProfile({ negative: false }),
        fc.constantFrom('icicle' as const, 'flame' as const),
        fc.constantFrom(1 as const, 2 as const, 4 as const),
        async ({ profile }, orientation, pixelRatio) => {
          const tools = await exportTools([{ name: 'a.pb', profile }]);
          const slice = await tools.ask('slice', { view: wholeView, window: null, side: null });
          const whole = slice.weight[0] ?? 0;
          fc.pre(whole > 0);
          const rows = Math.max(...slice.depth) + 1;
          const pane = { viewWidth: 592, viewHeight: rows * rowHeight, rowHeight, orientation };
          const boxes = emptyBoxes();
          layoutBoxes(slice, wholeGraph(whole), pane, boxes);
          const expected = Array.from({ length: boxes.length }, (_, box) => {
            const { left, width } = boxEdges(boxes, box, pixelRatio);
            const top = viewYOf(boxes.viewport, pane, boxes.depth[box] ?? 0);
            return [left, top, width, rowHeight - 1].map(
              (length) => Math.round(length * 100) / 100,
            );
          });
          const part = { viewport: wholeGraph(whole), viewHeight: pane.viewHeight, rowHeight };
          const request = pictureRequest({
            scene: { ...WHOLE_GRAPH, orientation, part },
            pixelRatio,
            caption: NO_CAPTION,
          });
          const svg = (await exportedFiles(request, 'a.svg', tools)).get('a.svg');
          const drawn = rectanglesOf(new TextDecoder().decode(svg));
          expect(drawn).toEqual(expected.map((lengths) => lengths.join(' ')).sort());
        },
      ),
      { numRuns: 60 },
    );
  });
});
