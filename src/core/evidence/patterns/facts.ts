import type { GoFile } from '../go-source/go-file.ts';

/*
 * What is known of an allocation site, from three witnesses: the stack, the compiler and the source. The rules look
 * at nothing else. All texts come from outside and are never to be trusted.
 */

/** What one line allocates by one way: itself, or through one library function that it calls. */
export interface AllocationFacts {
  readonly stack: StackFacts;
  /** What the compiler said of the line; null where its output never speaks of the file. */
  readonly compiler: readonly CompilerMessage[] | null;
  /** The line in its source; null without one. */
  readonly source: SourceFacts | null;
}

export interface StackFacts {
  /**
   * Symbols of the library functions between the line and the allocation, the one that the line calls first;
   * empty where the line allocates itself. Of several ways the heaviest.
   */
  readonly chain: readonly string[];
  /**
   * The function of the runtime that the line or the last of the chain calls for it, such as
   * `runtime.growslice`; '' where it is not recorded. Go leaves it out of the profiles that it writes.
   */
  readonly allocator: string;
  /** The function that `sync.(*Pool).Get` calls on the way here because its pool is empty; '' for none. */
  readonly poolNew: string;
  /** Whether it runs once for a process, when packages start. */
  readonly isOnce: boolean;
  /** Symbols of the other library functions that the line calls and that allocate. */
  readonly calledBeside: readonly string[];
  /** How many objects there are, as estimated. */
  readonly objects: number;
  /** How large the objects are; null where the profile does not tell. */
  readonly sizes: SizeSpread | null;
}

/** How many objects of each size there are, sizes ascending. */
export interface SizeSpread {
  readonly sizeBytes: readonly number[];
  readonly objects: readonly number[];
}

/** A message of the compiler about a line. */
export interface CompilerMessage {
  readonly says: 'moved' | 'escapes' | 'stays';
  /** Column in bytes, from 1; 0 when unknown. */
  readonly column: number;
  /** What it is about: an expression or the name of a variable. */
  readonly subject: string;
  /** The message as printed. */
  readonly text: string;
  /** Why, with `-m=2`: `interface-converted`, `captured by a closure`; empty with `-m`. */
  readonly reasons: readonly string[];
  /** Whether an explanation, of whatever, says that this expression becomes an interface here. */
  readonly isConverted: boolean;
  /** The function that was inlined at this very place, to whose body the message may belong; '' for none. */
  readonly inlined: string;
}

export interface SourceFacts {
  readonly file: GoFile;
  /** From 1. */
  readonly line: number;
}

/** The library function that the line calls; '' where the line allocates itself. */
export function calledBy({ chain }: StackFacts): string {
  return chain[0] ?? '';
}

/** The library function that allocates; '' where the line does. */
export function leafOf({ chain }: StackFacts): string {
  return chain.at(-1) ?? '';
}

/** Whether the line allocates itself, rather than something that it calls. */
export function isOwn({ chain }: StackFacts): boolean {
  return chain.length === 0;
}
