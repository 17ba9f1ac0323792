import { UsageError } from './usage.ts';

/*
 * A condition that ends a build, as `--fail-if` takes it:
 *
 *     TYPE [ "[" FUNCTION "]" [ ".flat" | ".cum" ] ] OPERATOR NUMBER [ UNIT | "%" [ "of before" ] ]
 */

/** A condition on the change of a sample type, of all samples or of one function. */
export interface Gate {
  /** As it was written. */
  readonly text: string;
  /** Name of the sample type. */
  readonly type: string;
  /** Null for all samples. */
  readonly row: { readonly name: string; readonly column: 'flat' | 'cum' } | null;
  readonly operator: Operator;
  /** What the change is held against, with its sign. */
  readonly bound: number;
  /** '%' of the value before, or a unit; '' for that of the sample type. */
  readonly unit: string;
}

type Operator = '>' | '>=' | '<' | '<=';

const condition =
  /^\s*(?<type>[^\s[\]<>=]+)\s*(?:\[(?<name>.+)\](?:\.(?<column>flat|cum))?\s*)?(?<operator>[<>]=?)\s*(?<bound>[+\-−]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(?:(?<percent>%)(?:\s*of\s+before)?|(?<unit>[A-Za-z*]+))?\s*$/su;

/** Reads a condition. Throws UsageError when it is none. */
export function parseGate(text: string): Gate {
  const { type, name, column, operator, bound, percent, unit } = condition.exec(text)?.groups ?? {};
  if (type === undefined || operator === undefined || bound === undefined) {
    throw new UsageError(
      `--fail-if: “${text}” is no condition. One is “alloc_objects > +5%”, “alloc_space > 1MB” or “alloc_objects[main.run] > 0”.`,
    );
  }
  return {
    text: text.trim(),
    type,
    row: name === undefined ? null : { name, column: column === 'flat' ? 'flat' : 'cum' },
    operator: operator as Operator,
    bound: Number(bound.replace('−', '-')),
    unit: percent ?? unit ?? '',
  };
}

/** Whether a change stands to a bound as the operator says. */
export function holds(change: number, operator: Operator, bound: number): boolean {
  switch (operator) {
    case '>':
      return change > bound;
    case '>=':
      return change >= bound;
    case '<':
      return change < bound;
    case '<=':
      return change <= bound;
  }
}
