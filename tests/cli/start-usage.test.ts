import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const script = resolve(import.meta.dirname, '../../scripts/start.mjs');

function start(argument: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, argument], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

it('tells how npm start is used when it is asked', () => {
  const { status, stdout, stderr } = start('--help');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^Usage: npm start \[-- .* FILE\.\.\.\]\n/);
});

it('tells it where it is used wrongly, and starts nothing', () => {
  const { status, stdout, stderr } = start('--brwoser');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/'--brwoser'.*\n\nUsage: npm start /);
});
