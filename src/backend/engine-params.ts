import type { EngineMethod, EngineParams, View } from '../bridge/engine-api.ts';
import {
  type Check,
  isBoolean,
  isEither,
  isFiniteNumber,
  isInteger,
  isNullOr,
  isObject,
  isOneOf,
  isText,
} from './shapes.ts';

const MAX_PATTERN = 10_000;
const MAX_NAME = 1_000_000;
const MAX_PATH = 1_000_000;

const isRow = isInteger();
const isGranularity = isOneOf(['functions', 'filefunctions', 'files', 'lines', 'addresses']);

const isPattern = isObject({
  text: isText(MAX_PATTERN),
  regex: isBoolean,
  caseSensitive: isBoolean,
});

const isFocus = isEither(
  isObject({ kind: isOneOf(['frame']), name: isText(MAX_NAME) }),
  isObject({ kind: isOneOf(['pattern']), pattern: isPattern }),
);

const isView: Check<View> = isObject({
  profile: isRow,
  sampleType: isRow,
  granularity: isGranularity,
  inlines: isBoolean,
  order: isOneOf(['weight', 'name']),
  focus: isNullOr(isFocus),
});

const isWindow = isObject({ x0: isFiniteNumber, x1: isFiniteNumber, minWeight: isFiniteNumber });

const isSort = isObject({
  column: isOneOf(['name', 'flat', 'cum', 'file', 'package', 'average']),
  descending: isBoolean,
});

const isPath: Check<Int32Array> = (value): value is Int32Array =>
  value instanceof Int32Array && value.length <= MAX_PATH;

const isNodeOfView = isObject({ view: isView, node: isRow });
const isFrameOfView = isObject({ view: isView, frame: isRow });

/** What the parameters of each question to the engine must look like. */
export const engineParams: { readonly [M in EngineMethod]: Check<EngineParams<M>> } = {
  frames: isObject({ profile: isRow, granularity: isGranularity, inlines: isBoolean }),
  slice: isObject({ view: isView, window: isNullOr(isWindow) }),
  top: isObject({ view: isView, sort: isSort, filter: isNullOr(isPattern) }),
  details: isFrameOfView,
  search: isObject({ view: isView, pattern: isPattern }),
  children: isNodeOfView,
  box: isNodeOfView,
  locate: isObject({ view: isView, path: isPath }),
  widest: isFrameOfView,
  path: isNodeOfView,
};

/** The profile that a question is about. */
export function profileOf(params: EngineParams<EngineMethod>): number {
  return 'view' in params ? params.view.profile : params.profile;
}
