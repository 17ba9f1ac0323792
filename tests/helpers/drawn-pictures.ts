import type { View } from '../../src/bridge/engine-api.ts';
import type { Caption, ExportRequest, PictureExport, Scene } from '../../src/bridge/export-api.ts';
import { drawProfile } from './draw-profile.ts';
import type { Exported } from './export-tools.ts';
import { comparedView, wholeView } from './views.ts';

/** All of it. */
export const FULL_CAPTION: Caption = {
  title: null,
  files: true,
  subject: true,
  denominator: true,
  legend: true,
  made: true,
};

export const NO_CAPTION: Caption = {
  title: '',
  files: false,
  subject: false,
  denominator: false,
  legend: false,
  made: false,
};

export const WHOLE_GRAPH = {
  kind: 'graph',
  colorBy: 'package',
  part: null,
  orientation: 'icicle',
  search: null,
} as const satisfies Scene;

/** A request for a picture of the first profile, or of the first two. */
export function pictureRequest(
  picture: Partial<PictureExport> & Pick<PictureExport, 'scene'>,
  view: View = picture.scene.kind === 'graph' ? wholeView : comparedView,
): ExportRequest & { readonly what: PictureExport } {
  const what: PictureExport = {
    kind: 'picture',
    format: 'svg',
    pixelRatio: 1,
    viewWidth: 640,
    theme: 'light',
    caption: FULL_CAPTION,
    ...picture,
  };
  return { view, per: null, percentOf: 'before', what };
}

/** A service before and after it was improved, small enough for its pictures to be read as text. */
export const BEFORE: Exported = {
  name: 'before.pb.gz',
  profile: drawProfile(`
    types alloc_objects/count alloc_space/bytes
    period 524288 space/bytes
    binary /srv/api 0x1000-0x8000 id
    main.main@main.go:3;shop/orders.(*Service).List@orders.go:20;shop/keys.build@keys.go:7   60 960
    main.main@main.go:3;shop/orders.(*Service).List@orders.go:20;fmt.Sprintf@print.go:237    25 400
    main.main@main.go:3;shop/orders.(*Service).Total@orders.go:44                           14 896
    main.main@main.go:3;runtime.mallocgc@malloc.go:900                                       1 16
  `),
};

export const AFTER: Exported = {
  name: 'after.pb.gz',
  profile: drawProfile(`
    types alloc_objects/count alloc_space/bytes
    period 524288 space/bytes
    binary /srv/api 0x1000-0x8000 id
    main.main@main.go:3;shop/orders.(*Service).List@orders.go:20;shop/keys.build@keys.go:7   12 192
    main.main@main.go:3;shop/orders.(*Service).List@orders.go:20;shop/keys.join@keys.go:31    8 512
    main.main@main.go:3;shop/orders.(*Service).Total@orders.go:44                           20 1280
  `),
};
