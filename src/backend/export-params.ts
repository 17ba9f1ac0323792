import type {
  Caption,
  ExportOrder,
  ExportRequest,
  ExportWhat,
  Scene,
} from '../bridge/export-api.ts';
import { isEvidenceSides } from './engine-params.ts';
import { isNotes } from './investigation/parse.ts';
import { isViewport } from './screen-shape.ts';
import {
  type Check,
  isBoolean,
  isEither,
  isInteger,
  isListOf,
  isNullOr,
  isNumber,
  isObject,
  isOneOf,
  isPositive,
  isText,
} from './shapes.ts';
import { isDifferenceSort, isPattern, isSort, isView } from './view-shape.ts';

const MAX_TITLE = 1_000;
const MAX_ROWS = 10_000_000;
/** Larger than any screen, and than any picture can be. */
const MAX_SIZE = 100_000;

/** Width of a picture's layout in px. */
export const isViewWidth: Check<number> = isInteger(1, MAX_SIZE);

export const isPixelRatio = isOneOf([1, 2, 4]);

/** Which share of the whole the least of something is. */
export const isShare: Check<number> = isNumber(0, 1);

/** The parts of a caption that can be left out. */
export const captionSwitches = {
  files: isBoolean,
  subject: isBoolean,
  denominator: isBoolean,
  legend: isBoolean,
  made: isBoolean,
};

const isTitle = isNullOr(isText(MAX_TITLE));
const isColorBy = isOneOf(['package', 'module', 'share']);
const isChangeColor = isOneOf(['absolute', 'relative']);
const isTheme = isOneOf(['light', 'dark']);
const isSide = isOneOf(['before', 'after']);

const isPart = isObject({
  viewport: isViewport,
  viewHeight: isNumber(0, MAX_SIZE),
  rowHeight: isPositive,
});

const isPair =
  <T>(check: Check<T>): Check<readonly [T, T]> =>
  (value): value is readonly [T, T] =>
    isListOf(check, 2)(value) && value.length === 2;

const isTableChoice = isEither(
  isObject({ kind: isOneOf(['top']), sort: isSort, filter: isNullOr(isPattern) }),
  isObject({ kind: isOneOf(['difference']), sort: isDifferenceSort, filter: isNullOr(isPattern) }),
);

const graphOptions = { orientation: isOneOf(['icicle', 'flame']), search: isNullOr(isPattern) };

const isScene: Check<Scene> = isEither(
  isObject({
    ...graphOptions,
    kind: isOneOf(['graph']),
    colorBy: isColorBy,
    part: isNullOr(isPart),
  }),
  isObject({
    ...graphOptions,
    kind: isOneOf(['sides']),
    colorBy: isColorBy,
    scale: isOneOf(['shared', 'own']),
    parts: isNullOr(isPair(isPart)),
  }),
  isObject({
    ...graphOptions,
    kind: isOneOf(['difference']),
    width: isEither(isOneOf(['both']), isSide),
    changeColor: isChangeColor,
    part: isNullOr(isPart),
  }),
  isObject({ kind: isOneOf(['table']), table: isTableChoice, rows: isInteger(1, MAX_ROWS) }),
  isObject({ kind: isOneOf(['summary']) }),
);

const isCaption: Check<Caption> = isObject({ title: isTitle, ...captionSwitches });

const isWhat: Check<ExportWhat> = isEither(
  isObject({
    kind: isOneOf(['picture']),
    format: isOneOf(['png', 'svg']),
    pixelRatio: isPixelRatio,
    viewWidth: isViewWidth,
    theme: isTheme,
    scene: isScene,
    caption: isCaption,
  }),
  isObject({
    kind: isOneOf(['page']),
    title: isTitle,
    theme: isOneOf(['light', 'dark', 'system']),
    colorBy: isColorBy,
    changeColor: isChangeColor,
    leastShare: isShare,
  }),
  isObject({
    kind: isOneOf(['report']),
    format: isOneOf(['md', 'html']),
    title: isTitle,
    theme: isTheme,
    notes: isNotes,
    evidence: isEvidenceSides,
  }),
  isObject({
    kind: isOneOf(['table']),
    format: isOneOf(['csv', 'tsv', 'json']),
    table: isTableChoice,
  }),
  isObject({ kind: isOneOf(['stacks']), format: isOneOf(['folded', 'speedscope']) }),
  isObject({ kind: isOneOf(['profile']) }),
);

const isRequest: Check<ExportRequest> = isObject({
  view: isView,
  per: isNullOr(isText(MAX_TITLE)),
  percentOf: isOneOf(['before', 'after', 'net']),
  what: isWhat,
});

/** A name that stands for one file in whatever folder: nothing in it leads elsewhere or is not seen. */
const isFileName: Check<string> = (value): value is string =>
  isText(200)(value) &&
  /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.+ -]*$/u.test(value) &&
  !/[. ]$/.test(value);

/** What the page may order. */
export const isExportOrder: Check<ExportOrder> = isObject({
  key: isText(100),
  request: isRequest,
  name: isFileName,
  to: isOneOf(['file', 'clipboard', 'drag', 'page']),
});
