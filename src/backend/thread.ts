import { totalmem } from 'node:os';
import type { ResourceLimits } from 'node:worker_threads';

/** The heap that a thread may use: enough for the texts of the largest profiles. Typed arrays lie outside of it. */
export function threadLimits(): ResourceLimits {
  return {
    maxOldGenerationSizeMb: Math.max(1024, Math.min(4096, Math.floor(totalmem() / 2 ** 21))),
  };
}

/**
 * Why a thread died, in a sentence.
 *
 * @param what what the thread is to people: `The part of Allocscope that reads profiles`
 */
export function deathSentence(what: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return `${what} ran out of memory.`;
  const detail = error instanceof Error ? error.message : String(error);
  return `${what} stopped with an error (${detail}).`;
}
