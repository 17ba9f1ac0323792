import { join } from 'node:path';
import type { Places } from '../places.ts';
import { runProgram } from '../run-program.ts';

/**
 * Runs a built entry in a Node process of its own, so that neither memory nor compiled code is left from
 * another measurement. The result is what it prints.
 */
export async function runEntry<T>(
  { built }: Places,
  entry: 'gunzip-child' | 'open-child' | 'compare-child' | 'join-child' | 'scan-child',
  args: readonly string[],
  nodeOptions: readonly string[] = [],
): Promise<T> {
  const file = join(built, `${entry}.js`);
  const { output } = await runProgram(process.execPath, [...nodeOptions, file, ...args]);
  return JSON.parse(output) as T;
}
