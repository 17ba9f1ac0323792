/** Whether a value from outside has a shape. */
export type Check<T> = (value: unknown) => value is T;

type Checked<C> = C extends Check<infer T> ? T : never;

export const isBoolean: Check<boolean> = (value): value is boolean => typeof value === 'boolean';

export const isNothing: Check<undefined> = (value): value is undefined =>
  value === undefined || value === null;

export function isOptional<T>(check: Check<T>): Check<T | undefined> {
  return (value): value is T | undefined => value === undefined || check(value);
}

/** A number larger than 0, and no infinity. */
export const isPositive: Check<number> = (value): value is number =>
  Number.isFinite(value) && (value as number) > 0;

/** A number from `min` to `max`. */
export function isNumber(min: number, max: number): Check<number> {
  return (value): value is number => typeof value === 'number' && value >= min && value <= max;
}

/** A number other than NaN and the infinities. */
export const isFiniteNumber: Check<number> = (value): value is number => Number.isFinite(value);

/** A whole number from `min` to `max`; by default a row of a table. */
export function isInteger(min = 0, max = 2 ** 31 - 1): Check<number> {
  return (value): value is number =>
    Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
}

/** A text of at most so many UTF-16 units. */
export function isText(maxLength: number): Check<string> {
  return (value): value is string => typeof value === 'string' && value.length <= maxLength;
}

export function isOneOf<const T extends string | number>(texts: readonly T[]): Check<T> {
  return (value): value is T => texts.includes(value as T);
}

export function isNullOr<T>(check: Check<T>): Check<T | null> {
  return (value): value is T | null => value === null || check(value);
}

export function isEither<C extends readonly Check<unknown>[]>(
  ...checks: C
): Check<Checked<C[number]>> {
  return (value): value is Checked<C[number]> => checks.some((check) => check(value));
}

/** An object with these properties, each as its check wants it. Others it may have as well. */
export function isObject<S extends Record<string, Check<unknown>>>(
  shape: S,
): Check<{ [K in keyof S]: Checked<S[K]> }> {
  return (value): value is { [K in keyof S]: Checked<S[K]> } =>
    isRecord(value) && Object.entries(shape).every(([key, check]) => check(value[key]));
}

/** An object of at most `maxEntries` values of one kind. */
export function isRecordOf<T>(check: Check<T>, maxEntries: number): Check<Record<string, T>> {
  return (value): value is Record<string, T> =>
    isRecord(value) &&
    Object.keys(value).length <= maxEntries &&
    Object.values(value).every((entry) => check(entry));
}

export function isListOf<T>(check: Check<T>, maxLength: number): Check<T[]> {
  return (value): value is T[] =>
    Array.isArray(value) && value.length <= maxLength && value.every((entry) => check(entry));
}

/** A plain object, of which nothing more is known. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
