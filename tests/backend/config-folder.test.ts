import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { configFolder } from '../../src/backend/config-folder.ts';

it.each([
  ['linux', { XDG_CONFIG_HOME: '/xdg' }, join('/xdg', 'allocscope')],
  ['linux', {}, join(homedir(), '.config', 'allocscope')],
  ['darwin', {}, join(homedir(), 'Library', 'Application Support', 'Allocscope')],
  ['win32', { APPDATA: '/roaming' }, join('/roaming', 'Allocscope')],
  ['win32', { APPDATA: '/roaming', ALLOCSCOPE_CONFIG_DIR: '/here' }, '/here'],
] as const)('on %s with %j is %s', (platform, env, expected) => {
  expect(configFolder(env, platform)).toBe(expected);
});
