/** A mapping for `ProfileBuilder`; what is left out is unknown. */
export interface NewMapping {
  readonly start?: bigint;
  readonly limit?: bigint;
  readonly offset?: bigint;
  readonly filename?: string;
  readonly buildId?: string;
  readonly flags?: number;
}

export interface NewFunction {
  readonly name?: string;
  readonly systemName?: string;
  readonly filename?: string;
  readonly startLine?: number;
}

export interface NewLocation {
  /** Row given by `addMapping`; -1 or left out when unknown. */
  readonly mapping?: number;
  readonly address?: bigint;
  readonly isFolded?: boolean;
  /** Innermost first; `function` is a row given by `addFunction`, -1 when the line names none. */
  readonly lines: readonly { function: number; line?: number; column?: number }[];
}

export type NewLabel =
  | { readonly key: string; readonly str: string }
  | { readonly key: string; readonly num: bigint; readonly unit?: string };
