import type { View } from '../../src/bridge/engine-api.ts';
import type { PageExport } from '../../src/bridge/export-api.ts';
import type { PageData } from '../../src/export/page/reader/page-data.ts';
import { type Exported, exportedFiles, exportTools } from './export-tools.ts';
import { comparedView, wholeView } from './views.ts';

/** How a page is made where a test does not say otherwise. */
const usual: PageExport = {
  kind: 'page',
  title: null,
  theme: 'system',
  colorBy: 'package',
  changeColor: 'absolute',
  leastShare: 0.001,
};

/** What a test wants of a page. */
export interface WantedPage {
  readonly view?: Partial<View>;
  readonly per?: string;
  readonly what?: Partial<PageExport>;
}

/** The page of a profile, or of two that are compared. */
export async function exportPage(
  profiles: readonly Exported[],
  { view = {}, per, what = {} }: WantedPage = {},
): Promise<Uint8Array> {
  const files = await exportedFiles(
    {
      view: { ...(profiles.length > 1 ? comparedView : wholeView), ...view },
      per: per ?? null,
      percentOf: 'before',
      what: { ...usual, ...what },
    },
    'page.html',
    await exportTools(profiles),
  );
  const page = files.get('page.html');
  if (page === undefined || files.size !== 1) throw new Error('There is not one page.');
  return page;
}

export const textOfPage = (page: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(page);

/** What a page holds of its graph. */
export function dataOfPage(page: Uint8Array): PageData {
  const [, json] =
    /<script type="application\/json"[^>]*>([^<]*)<\/script>/.exec(textOfPage(page)) ?? [];
  return JSON.parse(json ?? '') as PageData;
}

/**
 * The boxes of a page as indented text: name, width as a part of the whole, values of each side; `+2` is a
 * remainder of two boxes, `removed` and `added` what one side does not have.
 */
export function boxesText({ names, boxes }: PageData): string {
  const depth: number[] = [];
  return boxes.parent
    .map((caller, row) => {
      const level = (depth[caller] ?? -1) + 1;
      depth.push(level);
      const merged = boxes.merged[row] ?? 0;
      const name = merged > 0 ? `+${merged}` : (names[boxes.name[row] ?? -1] ?? 'all');
      const width = `${((boxes.width[row] ?? 0) / 1e5).toFixed(1)}%`;
      const values = boxes.sides.map(({ total, self }) => `${total[row]} (${self[row]})`);
      const mark = ['', ' removed', ' added'][boxes.oneSided[row] ?? 0];
      return `${'  '.repeat(level)}${name} ${width} ${values.join(' → ')}${mark}`;
    })
    .join('\n');
}
