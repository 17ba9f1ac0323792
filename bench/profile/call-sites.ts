import type { GoFunction } from './functions.ts';
import { Random } from './random.ts';

/** A location: a call site of a function with the calls that were inlined there, outermost first. */
export interface CallSite {
  readonly functions: readonly number[];
  readonly lines: readonly number[];
}

/** At most so many calls are inlined into one another. */
const DEEPEST_INLINING = 4;
const LINES_BETWEEN_SITES = 3;

/** The locations that stacks have passed so far; a row is a location. */
export class CallSites {
  readonly sites: CallSite[] = [];
  private readonly rows = new Map<string, number>();
  private readonly functions: readonly GoFunction[];
  private readonly inlineChance: number;

  constructor(functions: readonly GoFunction[], inlineChance: number) {
    this.functions = functions;
    this.inlineChance = inlineChance;
  }

  /** The row of one of the function's call sites. */
  draw(random: Random, fn: number): number {
    const line = this.lineIn(random, fn);
    const key = `${fn}:${line}`;
    const known = this.rows.get(key);
    if (known !== undefined) return known;
    const row = this.sites.length;
    this.rows.set(key, row);
    this.sites.push(this.inlineAt(fn, line));
    return row;
  }

  /** The function that is called last at a location. */
  innermost(row: number): number {
    return this.sites[row]?.functions.at(-1) ?? 0;
  }

  private inlineAt(fn: number, line: number): CallSite {
    // What the compiler inlines depends on the place alone, not on when a stack first passes it.
    const random = new Random(fn * 1_000_003 + line);
    const functions = [fn];
    const lines = [line];
    while (functions.length <= DEEPEST_INLINING && random.unit() < this.inlineChance) {
      const callee = random.below(this.functions.length);
      functions.push(callee);
      lines.push(this.lineIn(random, callee));
    }
    return { functions, lines };
  }

  private lineIn(random: Random, fn: number): number {
    const { startLine, sites } = this.functions[fn] as GoFunction;
    return startLine + 1 + LINES_BETWEEN_SITES * random.below(sites);
  }
}
