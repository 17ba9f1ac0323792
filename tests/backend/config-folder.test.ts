import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { configFolder } from '../../src/backend/config-folder.ts';
import { homeFolder } from '../../src/backend/home-folder.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

it.each([
  ['linux', { XDG_CONFIG_HOME: '/xdg' }, join('/xdg', 'allocscope')],
  ['linux', {}, join('/home/me', '.config', 'allocscope')],
  ['linux', { XDG_CONFIG_HOME: 'xdg' }, join('/home/me', '.config', 'allocscope')],
  ['darwin', {}, join('/home/me', 'Library', 'Application Support', 'Allocscope')],
  ['win32', { APPDATA: '/roaming' }, join('/roaming', 'Allocscope')],
  ['win32', { APPDATA: '/roaming', ALLOCSCOPE_CONFIG_DIR: '/here' }, '/here'],
] as const)('on %s with %j is %s', (platform, env, expected) => {
  expect(configFolder(env, platform, '/home/me')).toBe(expected);
});

it('is named by the user where they have no home folder', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    expect(() => configFolder({}, platform, null)).toThrow(
      'You have no home folder, in which settings are kept: name a folder for them by the variable ALLOCSCOPE_CONFIG_DIR.',
    );
    expect(configFolder({ ALLOCSCOPE_CONFIG_DIR: '/here' }, platform, null)).toBe('/here');
  }
});

it('is not in the folder at hand where HOME is empty', () => {
  for (const name of ['HOME', 'USERPROFILE']) vi.stubEnv(name, '');
  expect(homeFolder()).toBe(userInfo().homedir);
});
