import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { appFiles } from '../backend/app-files.ts';
import { parsed } from './arguments.ts';

/** `allocscope open`: starts the application as `npm start` does. The result is its exit code. */
export function open(args: string[]): Promise<number> {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        browser: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
      },
    }),
  );
  const flags: string[] = [];
  if (values.browser) flags.push('--browser');
  if (values['no-open']) flags.push('--no-open');
  const files = positionals.map((file) => resolve(file));
  const child = spawn(process.execPath, [appFiles.startScript, ...flags, '--', ...files], {
    stdio: 'inherit',
  });
  // Ctrl-C and the like are for the application; this process ends when that has ended.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // On Windows they come to all programs of a console, and to kill is to end at once.
      if (process.platform !== 'win32') child.kill(signal);
    });
  }
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done(code ?? 0));
  });
}
