import { spawn } from 'node:child_process';

/** How long a program that hears of Ctrl-C by itself has to end by itself, too. */
const ENDING_MS = 5_000;

/**
 * Runs a program to its end. A signal to this process ends it as well: what is typed at a terminal reaches all programs
 * in it, so that it is passed on only to one that has not ended of it. Electron ends in good order at the first one,
 * and at once at a second.
 *
 * @param {string} file
 * @param {string[]} args
 * @param {{ hearsTerminal?: boolean, env?: NodeJS.ProcessEnv }} [options] whether signals of the terminal reach it
 * @returns {Promise<number>} its exit code; 0 when a signal that this process got ended it
 */
export function runProgram(
  file,
  args,
  { hearsTerminal = process.stdin.isTTY, env = process.env } = {},
) {
  return new Promise((done) => {
    const child = spawn(file, args, { stdio: 'inherit', env });
    /** @type {NodeJS.Timeout | undefined} */
    let passing;
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      // It may come twice: npm passes on what the terminal sends as well.
      if (passing !== undefined) return;
      const hearsIt = hearsTerminal && signal !== 'SIGTERM';
      passing = setTimeout(() => child.kill(signal), hearsIt ? ENDING_MS : 0);
    };
    for (const signal of SIGNALS) process.on(signal, pass);
    /** @param {number} code */
    const end = (code) => {
      for (const signal of SIGNALS) process.off(signal, pass);
      clearTimeout(passing);
      done(passing === undefined ? code : 0);
    };
    child.on('error', () => end(1));
    child.on('close', (code) => end(code ?? 1));
  });
}

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
