import { parseArgs } from 'node:util';
import { parsed, rowCountOf, twoFiles } from './arguments.ts';
import { type Gate, parseGate } from './gate.ts';
import { UsageError } from './usage.ts';
import {
  COMPARED_OPTIONS,
  type ComparedOptions,
  comparedOptions,
  VIEW_OPTIONS,
  type ViewOptions,
  viewOptions,
} from './view-options.ts';

/** What `allocscope diff` is asked for. */
export interface DiffOptions extends ViewOptions, ComparedOptions {
  readonly files: readonly [before: string, after: string];
  readonly order: 'flat' | 'cum';
  /** How many rows at most; null for all. */
  readonly nodes: number | null;
  readonly gates: readonly Gate[];
  /** Whether conditions count changes alone that are beyond sampling noise. */
  readonly isSignificantOnly: boolean;
  readonly isJson: boolean;
}

/** Reads the arguments. Throws UsageError. */
export function parseDiffOptions(args: string[]): DiffOptions {
  const { values, positionals } = parsed(() =>
    parseArgs({ args, allowPositionals: true, options: OPTIONS }),
  );
  if (values.significant && values['fail-if'].length === 0) {
    throw new UsageError('--significant: it is about conditions of --fail-if, and there is none.');
  }
  return {
    files: twoFiles(positionals),
    ...viewOptions(values),
    ...comparedOptions(values),
    order: values.cum ? 'cum' : 'flat',
    nodes: rowCountOf(values.nodes),
    gates: values['fail-if'].map(parseGate),
    isSignificantOnly: values.significant,
    isJson: values.json,
  };
}

const OPTIONS = {
  ...VIEW_OPTIONS,
  ...COMPARED_OPTIONS,
  cum: { type: 'boolean', default: false },
  nodes: { type: 'string' },
  'fail-if': { type: 'string', multiple: true, default: [] as string[] },
  significant: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;
