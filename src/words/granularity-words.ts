import type { View } from '../bridge/engine-api.ts';

/** What is told apart, in a word. */
export const granularityWords: Readonly<Record<View['granularity'], string>> = {
  functions: 'function',
  filefunctions: 'function and file',
  files: 'file',
  lines: 'line',
  addresses: 'address',
};
