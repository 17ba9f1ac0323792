import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isUnix } from '../helpers/platform.ts';

const script = pathToFileURL(resolve(import.meta.dirname, '../../scripts/run-program.mjs')).href;

/** Tells its process id and of each signal; ends half a second after the first one, longer than a signal takes. */
const PROGRAM = `
  const wait = setInterval(() => {}, 1000);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {
    process.stdout.write(signal + ' ');
    setTimeout(() => { clearInterval(wait); process.stdout.write('ended'); }, 700);
  });
  process.stdout.write(process.pid + ' ');`;

/** Runs a program as `npm start` runs the application. */
function start(program: string, hearsTerminal: boolean) {
  const code = `import { runProgram } from ${JSON.stringify(script)};
    const args = ['-e', ${JSON.stringify(program)}];
    const code = await runProgram(process.execPath, args, { hearsTerminal: ${hearsTerminal} });
    process.stdout.write(' ' + code);`;
  const runner = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  runner.stdout.setEncoding('utf8').on('data', (piece: string) => {
    out += piece;
  });
  const ended = once(runner, 'close');
  return {
    runner,
    /** The process id that the program tells. */
    told: async () => {
      while (!/^\d+ /.test(out)) await once(runner.stdout, 'data');
      return Number.parseInt(out, 10);
    },
    /** All that both wrote. */
    output: () => ended.then(() => out),
  };
}

describe.runIf(isUnix)('a program that is run (skipped on Windows, where signals end it)', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('is passed %s, once', async (signal) => {
    const { runner, told, output } = start(PROGRAM, false);
    await told();
    runner.kill(signal);
    runner.kill(signal);
    expect(await output()).toMatch(new RegExp(`^\\d+ ${signal} ended 0$`));
  });

  it('is not interrupted a second time when the terminal has done it', async () => {
    const { runner, told, output } = start(PROGRAM, true);
    // As Ctrl-C does it.
    for (const id of [runner.pid ?? 0, await told()]) process.kill(id, 'SIGINT');
    expect(await output()).toMatch(/^\d+ SIGINT ended 0$/);
  });

  it('gives its exit code', async () => {
    const { output } = start('process.exit(3)', true);
    expect(await output()).toBe(' 3');
  });
});
