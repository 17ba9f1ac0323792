import { SIDES } from '../bridge/comparison-api.ts';
import { type KeptScreen, SCREEN_STATE_VERSION, type ScreenState } from '../bridge/screen-state.ts';
import {
  type Check,
  isBoolean,
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
import {
  isFairness,
  isFocus,
  isGranularity,
  isName,
  isOrder,
  isPattern,
  isRules,
} from './view-shape.ts';

const MAX_WORD = 1_000;
const MAX_DEPTH = 100_000;

/** What is seen of a flame graph. */
export const isViewport = isObject({
  weightX0: isFiniteNumber,
  weightX1: isFiniteNumber,
  scroll: isFiniteNumber,
});

const isZooms: Check<ScreenState['zooms']> = isObject({
  both: isOptional(isViewport),
  before: isOptional(isViewport),
  after: isOptional(isViewport),
}) as Check<ScreenState['zooms']>;

const isComparisonState: Check<NonNullable<ScreenState['comparison']>> = isObject({
  rules: isRules,
  fairness: isFairness,
  divisors: isNullOr(isObject({ word: isText(MAX_WORD), before: isPositive, after: isPositive })),
  look: isObject({
    display: isOneOf(['sides', 'difference', 'table', 'report']),
    scale: isOneOf(['shared', 'own']),
    width: isOneOf(['both', ...SIDES]),
    changeColor: isOneOf(['absolute', 'relative']),
    percentOf: isOneOf([...SIDES, 'net']),
  }),
});

const isVersion: Check<typeof SCREEN_STATE_VERSION> = (
  value,
): value is typeof SCREEN_STATE_VERSION => value === SCREEN_STATE_VERSION;

/** Whether a value from outside says what is looked at, in the version that is understood. */
export const isScreenState: Check<ScreenState> = isObject({
  version: isVersion,
  sampleType: isObject({ type: isName, unit: isName }),
  granularity: isGranularity,
  inlines: isBoolean,
  order: isOrder,
  focus: isNullOr(isFocus),
  selected: isNullOr(
    isObject({
      name: isName,
      nameBefore: isNullOr(isName),
      path: isNullOr(isListOf(isName, MAX_DEPTH)),
    }),
  ),
  table: isObject({
    filter: isPattern,
    sort: isNullOr(
      isObject({ column: isText(MAX_WORD), descending: isBoolean, bySize: isBoolean }),
    ),
  }),
  display: isOneOf(['graph', 'tree']),
  zooms: isZooms,
  comparison: isNullOr(isComparisonState),
});

/** Whether a value from outside is the state of a screen with the profiles that it is about. */
export const isKeptScreen: Check<KeptScreen> = isObject({
  profile: isInteger(),
  base: isNullOr(isInteger()),
  state: isScreenState,
});
