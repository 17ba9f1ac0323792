import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appPaths } from '../../src/main/app-paths.ts';

const root = resolve(import.meta.dirname, '../..');
const packages = readFileSync(join(root, 'electron-builder.yml'), 'utf8');

beforeEach(() => void vi.stubEnv('ALLOCSCOPE_CONFIG_DIR', resolve('/home/me/allocscope')));
afterEach(() => void vi.unstubAllEnvs());

describe('the files of the application', () => {
  it('lie in the checkout while it is developed', () => {
    const paths = appPaths(null);
    expect(paths).toMatchObject({
      page: join(root, 'out/renderer'),
      preload: join(root, 'out/preload/index.cjs'),
      engine: join(root, 'out/main/engine.js'),
      export: join(root, 'out/main/export.js'),
    });
    expect(existsSync(paths.icon)).toBe(true);
    expect(existsSync(join(paths.example, 'before/heap.pb.gz'))).toBe(true);
  });

  it('lie where the packages put them', () => {
    const resources = resolve('/opt/Allocscope/resources');
    expect(appPaths(resources)).toMatchObject({
      engine: join(resources, 'app.asar.unpacked/out/main/engine.js'),
      export: join(resources, 'app.asar.unpacked/out/main/export.js'),
      example: join(resources, 'example'),
      icon: join(resources, 'icon.png'),
    });
    const files = ['engine', 'export'].map((name) => `  - out/main/${name}.js`);
    for (const line of [...files, '    to: example', '    to: icon.png']) {
      expect(packages).toContain(line);
    }
  });

  it('are remembered in the folder for settings', () => {
    const config = resolve('/home/me/allocscope');
    expect(appPaths(null)).toMatchObject({
      config,
      chromium: join(config, 'chromium'),
      windowState: join(config, 'window.json'),
    });
  });
});
