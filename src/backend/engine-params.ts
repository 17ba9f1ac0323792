import { SIDES } from '../bridge/comparison-api.ts';
import type { EngineMethod, EngineParams } from '../bridge/engine-api.ts';
import type { EvidenceQuestion, EvidenceSides } from '../bridge/evidence-api.ts';
import type { FramesOf } from '../bridge/frames-api.ts';
import {
  type Check,
  isBoolean,
  isFiniteNumber,
  isInteger,
  isListOf,
  isNullOr,
  isObject,
  isOneOf,
  isText,
} from './shapes.ts';
import {
  isDifferenceSort,
  isGranularity,
  isName,
  isPattern,
  isRow,
  isRules,
  isSort,
  isView,
} from './view-shape.ts';

const MAX_COMMENTS = 100;
const MAX_PATH = 1_000_000;
const MAX_TEXTS = 1_000;
const MAX_BUCKETS = 10_000;
const MAX_KEYS = 1_000;
const MAX_SOURCE = 16 * 1024 * 1024;
const MAX_SOURCES = 1_000;

/** Where a run of something begins; -1 for none. */
const isPlace = isInteger(-1);

const isWindow = isObject({ x0: isFiniteNumber, x1: isFiniteNumber, minWeight: isFiniteNumber });

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
  pprof: isObject({ view: isView, comments: isListOf(isName, MAX_COMMENTS), from: isPlace }),
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
  benchmarks: isObject({ ...evidenceQuestion, ignoredKeys: isListOf(isName, MAX_KEYS) }),
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
