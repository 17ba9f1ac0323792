import type { Base } from '../bridge/comparison-api.ts';
import type { View } from '../bridge/engine-api.ts';
import {
  type Check,
  isBoolean,
  isEither,
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
const MAX_RENAMES = 1_000;

/** A row of a table, or the id of something that is open. */
export const isRow = isInteger();
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
