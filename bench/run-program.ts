import { spawn } from 'node:child_process';
import { peakBytesOf } from './peak-memory.ts';

/** What came of a program. */
export interface ProgramRun {
  readonly milliseconds: number;
  /** Null where the system does not tell. */
  readonly peakBytes: number | null;
  readonly output: string;
}

const MEMORY_INTERVAL_MS = 20;

/** Runs a program to its end. Rejects when it cannot start, fails, or takes longer than the limit. */
export async function runProgram(
  program: string,
  args: readonly string[],
  { limitMs = 0, keepsOutput = true } = {},
): Promise<ProgramRun> {
  const started = performance.now();
  const child = spawn(program, args, {
    stdio: ['ignore', keepsOutput ? 'pipe' : 'ignore', 'inherit'],
    timeout: limitMs,
  });
  let peakBytes: number | null = null;
  const watch = setInterval(async () => {
    peakBytes = (child.pid === undefined ? null : await peakBytesOf(child.pid)) ?? peakBytes;
  }, MEMORY_INTERVAL_MS);
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  try {
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => {
        if (code === 0) resolve();
        else reject(new Error(`${program} ended with ${signal ?? `code ${code}`}.`));
      });
    });
  } finally {
    clearInterval(watch);
  }
  return { milliseconds: performance.now() - started, peakBytes, output };
}
