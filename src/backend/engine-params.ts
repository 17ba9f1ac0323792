import { type Base, SIDES } from '../bridge/comparison-api.ts';
import type { EngineMethod, EngineParams, View } from '../bridge/engine-api.ts';
import type { EvidenceQuestion, EvidenceSides } from '../bridge/evidence-api.ts';
import type { FramesOf } from '../bridge/frames-api.ts';
import {
  type Check,
  isBoolean,
  isEither,
  isFiniteNumber,
  isInteger,
  isListOf,
  isNullOr,
  isObject,
  isOneOf,
  isOptional,
  isPositive,
  isText,
} from './shapes.ts';

const MAX_PATTERN = 10_000;
const MAX_NAME = 1_000_000;
const MAX_PATH = 1_000_000;
const MAX_RENAMES = 1_000;
const MAX_TEXTS = 1_000;
const MAX_BUCKETS = 10_000;
const MAX_KEYS = 1_000;
const MAX_SOURCE = 16 * 1024 * 1024;
const MAX_SOURCES = 1_000;

const isRow = isInteger();
/** Where a run of something begins; -1 for none. */
const isPlace = isInteger(-1);

/** A name out of a profile. */
export const isName = isText(MAX_NAME);

/** How functions are told apart. */
export const isGranularity = isOneOf(['functions', 'filefunctions', 'files', 'lines', 'addresses']);

/** How boxes beside each other are ordered. */
export const isOrder = isOneOf(['weight', 'name']);

/** What is searched for. */
export const isPattern = isObject({
  text: isText(MAX_PATTERN),
  regex: isBoolean,
  caseSensitive: isBoolean,
});

/** Which stacks count. */
export const isFocus = isEither(
  isObject({
    kind: isOneOf(['frame']),
    name: isName,
    nameBefore: isOptional(isNullOr(isName)),
  }),
  isObject({ kind: isOneOf(['pattern']), pattern: isPattern }),
);

/** How the functions of two profiles are joined. */
export const isRules: Check<Base['rules']> = isObject({
  tolerant: isBoolean,
  renames: isListOf(
    isObject({ pattern: isText(MAX_PATTERN), replacement: isText(MAX_PATTERN) }),
    MAX_RENAMES,
  ),
});

/** What makes two runs comparable. */
export const isFairness: Check<Base['fairness']> = isEither(
  isObject({ kind: isOneOf(['asMeasured', 'sameTotal']) }),
  isObject({ kind: isOneOf(['per']), before: isPositive, after: isPositive }),
);

const isBase: Check<Base> = isObject({
  profile: isRow,
  sampleType: isRow,
  rules: isRules,
  fairness: isFairness,
});

/** A way of looking at one profile or two. */
export const isView: Check<View> = isObject({
  profile: isRow,
  sampleType: isRow,
  granularity: isGranularity,
  inlines: isBoolean,
  order: isOrder,
  focus: isNullOr(isFocus),
  base: isNullOr(isBase),
});

const isWindow = isObject({ x0: isFiniteNumber, x1: isFiniteNumber, minWeight: isFiniteNumber });

/** The order of the table of one profile. */
export const isSort = isObject({
  column: isOneOf(['name', 'flat', 'cum', 'file', 'package', 'average']),
  descending: isBoolean,
});

/** The order of the table of a comparison. */
export const isDifferenceSort = isObject({
  column: isOneOf([
    'name',
    'flatBefore',
    'flatAfter',
    'flatDelta',
    'cumBefore',
    'cumAfter',
    'cumDelta',
    'flatRatio',
    'cumRatio',
    'state',
    'confidence',
  ]),
  descending: isBoolean,
  bySize: isBoolean,
});

const isPath: Check<Int32Array> = (value): value is Int32Array =>
  value instanceof Int32Array && value.length <= MAX_PATH;

const isOfView = isObject({ view: isView });
const isNodeOfView = isObject({ view: isView, node: isRow });
const isFrameOfView = isObject({ view: isView, frame: isRow });

/** The texts of both runs. */
export const isEvidenceSides: Check<EvidenceSides> = isObject({
  before: isListOf(isRow, MAX_TEXTS),
  after: isListOf(isRow, MAX_TEXTS),
});

/** What all questions about evidence have. */
const evidenceQuestion = {
  sides: isEvidenceSides,
  view: isNullOr(isView),
};

/** Source files for the engine to look at. */
const isSources = isListOf(
  isObject({ file: isText(MAX_PATH), text: isText(MAX_SOURCE) }),
  MAX_SOURCES,
);

const collectorChoice = {
  ...evidenceQuestion,
  processes: isObject({ before: isPlace, after: isPlace }),
  span: isNullOr(isObject({ from: isFiniteNumber, to: isFiniteNumber })),
};

/** What the parameters of each question to the engine must look like. */
export const engineParams: { readonly [M in EngineMethod]: Check<EngineParams<M>> } = {
  frames: isObject({
    profile: isRow,
    granularity: isGranularity,
    inlines: isBoolean,
    base: isNullOr(isObject({ profile: isRow, rules: isRules })),
  }),
  slice: isObject({ view: isView, window: isNullOr(isWindow), side: isNullOr(isOneOf(SIDES)) }),
  top: isObject({ view: isView, sort: isSort, filter: isNullOr(isPattern) }),
  precision: isOfView,
  details: isFrameOfView,
  listing: isFrameOfView,
  search: isObject({ view: isView, pattern: isPattern }),
  children: isNodeOfView,
  box: isNodeOfView,
  locate: isObject({ view: isView, path: isPath }),
  widest: isFrameOfView,
  path: isNodeOfView,
  walk: isObject({ view: isView, from: isPlace }),
  pprof: isObject({ view: isView, comments: isListOf(isText(MAX_NAME), 100), from: isPlace }),
  comparison: isObject({ before: isRow, after: isRow }),
  difference: isObject({ view: isView, sort: isDifferenceSort, filter: isNullOr(isPattern) }),
  confidence: isOfView,
  hazards: isOfView,
  report: isOfView,
  netTotal: isOfView,
  sourceNotes: isObject({ ...evidenceQuestion, files: isListOf(isNullOr(isName), SIDES.length) }),
  collectorProcesses: isObject(evidenceQuestion),
  collectorFigures: isObject(collectorChoice),
  collectorChart: isObject({ ...collectorChoice, buckets: isInteger(1, MAX_BUCKETS) }),
  escapeLines: isObject({
    ...evidenceQuestion,
    side: isOneOf(SIDES),
    grouping: isOneOf(['line', 'function', 'file']),
    flags: isRow,
    filter: isNullOr(isPattern),
    sort: isObject({
      column: isOneOf(['objects', 'bytes', 'message', 'function', 'place']),
      descending: isBoolean,
    }),
  }),
  escapeLine: isObject({ ...evidenceQuestion, side: isOneOf(SIDES), id: isRow }),
  escapeChanges: isObject({ ...evidenceQuestion, kinds: isRow, filter: isNullOr(isPattern) }),
  sites: isObject({
    ...evidenceQuestion,
    sources: isObject({ before: isSources, after: isSources }),
  }),
  escapeSaid: isObject({ ...evidenceQuestion, side: isOneOf(SIDES), row: isRow }),
  benchmarks: isObject({ ...evidenceQuestion, ignoredKeys: isListOf(isText(MAX_NAME), MAX_KEYS) }),
  loadReports: isObject(evidenceQuestion),
};

/** The profiles and texts that a question is about. */
export function openIdsOf(params: EngineParams<EngineMethod>): readonly number[] {
  if ('sides' in params) {
    const { sides, view } = params as EvidenceQuestion;
    return [...sides.before, ...sides.after, ...(view === null ? [] : profilesOf(view))];
  }
  if ('before' in params) return [params.before, params.after];
  return profilesOf('view' in params ? params.view : params);
}

function profilesOf({ profile, base }: Pick<FramesOf, 'profile' | 'base'>): readonly number[] {
  return base === null ? [profile] : [base.profile, profile];
}
