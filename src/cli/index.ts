import { existsSync } from 'node:fs';
import { appVersion } from '../backend/app-files.ts';
import { visibleText } from '../core/text/visible-text.ts';
import { captureProgressWords } from '../words/capture-words.ts';
import { bench } from './bench.ts';
import { captureToFile } from './capture.ts';
import { diff } from './diff.ts';
import { escapes } from './escape.ts';
import { gctrace } from './gctrace.ts';
import { info } from './info.ts';
import { open } from './open.ts';
import type { Printed } from './printed.ts';
import { ProgressLine } from './progress-line.ts';
import { InputError } from './read-input.ts';
import { sites } from './sites.ts';
import { top } from './top.ts';
import { HELP, UsageError } from './usage.ts';

/*
 * The entry of the command line. Exit codes: 0 done, 1 the file is not as it should be, 2 the command
 * is not, 3 a condition of the command holds.
 */

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads the output has read enough, as `head` does.
  if (error.code === 'EPIPE') process.exit(0);
  const why = error.code === 'ENOSPC' ? 'The disk is full.' : error.message;
  process.stderr.write(`allocscope: standard output cannot be written. ${why}\n`);
  process.exit(1);
});

/** The commands by their names; each gives its exit code. */
const COMMANDS: ReadonlyMap<string, (args: string[]) => Promise<number>> = new Map([
  ['open', open],
  ['top', async (args) => printTold(await top(args))],
  ['diff', compare],
  ['export', makeFiles],
  ['capture', makeCapture],
  ['info', async (args) => print(await info(args))],
  ['gctrace', async (args) => print(await gctrace(args))],
  ['bench', async (args) => print(await bench(args))],
  ['escape', async (args) => print(await escapes(args))],
  ['sites', async (args) => print(await sites(args))],
]);

// British English has no comma before the last “and”.
const COMMAND_NAMES = new Intl.ListFormat('en-GB').format(COMMANDS.keys());

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (thrown) {
  process.exitCode = thrown instanceof UsageError ? 2 : 1;
  process.stderr.write(`allocscope: ${sentenceFor(thrown)}\n`);
}

async function run([command, ...args]: string[]): Promise<number> {
  if (args.includes('--help')) return print(HELP);
  switch (command) {
    case '--version':
      return print(`${appVersion()}\n`);
    case '--help':
    case '-h':
    case 'help':
      return print(HELP);
    case undefined:
      throw new UsageError(`Which command? It is one of ${COMMAND_NAMES}.`);
  }
  const known = COMMANDS.get(command);
  if (known !== undefined) return await known(args);
  if (existsSync(command)) return await open([command, ...args]);
  throw new UsageError(
    `There is no command “${command}”, nor a file of that name: it is one of ${COMMAND_NAMES}, or a profile.`,
  );
}

async function compare(args: string[]): Promise<number> {
  const result = await diff(args);
  printTold(result);
  return result.isFailed ? 3 : 0;
}

async function makeFiles(args: string[]): Promise<number> {
  return await withProgress(async (line) => {
    // Fonts and all: other commands had better not wait for it.
    const { exportFiles } = await import('./export.ts');
    return await exportFiles(args, line.show);
  });
}

async function makeCapture(args: string[]): Promise<number> {
  return await withProgress((line) =>
    captureToFile(args, (progress) =>
      line.show({ step: captureProgressWords(progress), done: 0, total: 0 }),
    ),
  );
}

/** Prints what is made meanwhile, and leaves nothing behind when it is interrupted. */
async function withProgress(
  make: (line: ProgressLine) => Promise<string | Uint8Array>,
): Promise<number> {
  // Ending it the orderly way removes what has been written so far.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(130));
  }
  const line = new ProgressLine(process.stderr);
  try {
    return print(await make(line));
  } finally {
    line.end();
  }
}

function print(text: string | Uint8Array): number {
  process.stdout.write(text);
  return 0;
}

function printTold({ text, sentences }: Printed): number {
  print(text);
  // Names of files and functions are in them.
  for (const sentence of sentences) {
    process.stderr.write(`allocscope: ${visibleText(sentence)}\n`);
  }
  return 0;
}

function sentenceFor(thrown: unknown): string {
  // Names of files and sample types are in them.
  if (thrown instanceof UsageError) return `${visibleText(thrown.message)} See allocscope --help.`;
  if (thrown instanceof InputError) return visibleText(thrown.message);
  return `This is a defect of Allocscope: please report it. ${(thrown as Error).stack ?? thrown}`;
}
