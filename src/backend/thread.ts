import { totalmem } from 'node:os';
import type { ResourceLimits } from 'node:worker_threads';

/**
 * The heap that all threads of an Electron process have together, in MiB: its V8 compresses pointers to 32 bits
 * (https://www.electronjs.org/blog/v8-memory-cage). Where it is used up, the process ends with all of them.
 */
const HEAP_OF_ELECTRON_MIB = 4096;

/**
 * The heap that a thread may use: enough for the texts of the largest profiles. Typed arrays lie outside of it. In
 * Electron the engine, an export and the main process have one heap's room between them.
 */
export function threadLimits(
  memoryBytes = totalmem(),
  isElectron = process.versions['electron'] !== undefined,
): ResourceLimits {
  const most = isElectron ? HEAP_OF_ELECTRON_MIB * 0.375 : 4096;
  return {
    maxOldGenerationSizeMb: Math.max(1024, Math.min(most, Math.floor(memoryBytes / 2 ** 21))),
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
