import type { ExportOrder, ExportRequest, PictureExport } from '../../src/bridge/export-api.ts';
import { viewOf } from './views.ts';

/** A picture of a profile, with nothing special about it. */
export const picture: PictureExport = {
  kind: 'picture',
  format: 'svg',
  pixelRatio: 1,
  viewWidth: 800,
  theme: 'light',
  scene: { kind: 'graph', orientation: 'icicle', search: null, colorBy: 'package', part: null },
  caption: {
    title: null,
    files: true,
    subject: true,
    denominator: true,
    legend: true,
    made: true,
  },
};

/** A request for something of the profile that was opened first. */
export function requestOf(what: ExportRequest['what']): ExportRequest {
  return { view: viewOf(1), per: null, percentOf: 'before', what };
}

/** An order of the picture with a title. */
export function orderOf(title: string | null, change: Partial<ExportOrder> = {}): ExportOrder {
  const request = requestOf({ ...picture, caption: { ...picture.caption, title } });
  return { key: 'k', request, name: 'heap.svg', to: 'file', ...change };
}
