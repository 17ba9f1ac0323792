/** What a made-up profile is made of. */
export interface Shape {
  /** Samples, each of which is nearly always a stack and size class of its own. */
  readonly samples: number;
  readonly functions: number;
  /** Locations of the deepest stack. */
  readonly depth: number;
  /** The greater, the more distinct stacks. */
  readonly theta: number;
  /** Chance that a call site has one more inlined callee. */
  readonly inlineChance: number;
  readonly seed: number;
  /** Which run of the program it is: each takes other ways through the same functions. */
  readonly run: number;
}

/** A profile of so many samples of one and the same program: sizes and runs differ in nothing else. */
export function shapeOf(samples: number, run = 0): Shape {
  return { samples, functions: 8000, depth: 80, theta: 0.2, inlineChance: 0.22, seed: 2, run };
}
