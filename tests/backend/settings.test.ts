import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaults, SettingsStore } from '../../src/backend/settings.ts';
import { scratchFolder } from '../helpers/scratch-folder.ts';

async function storeWith(text: string): Promise<SettingsStore> {
  const path = join(await scratchFolder(), 'settings.json');
  await writeFile(path, text);
  return new SettingsStore(path);
}

describe('SettingsStore', () => {
  it('begins with the defaults', async () => {
    const store = new SettingsStore(join(await scratchFolder(), 'settings.json'));
    expect(await store.read()).toEqual(defaults);
  });

  it('remembers what was changed, and only that', async () => {
    const path = join(await scratchFolder(), 'new/settings.json');
    const store = new SettingsStore(path);
    await store.save({ theme: 'dark' });
    await store.save({ paneSizes: { main: [30, 70] } });
    const expected = { ...defaults, theme: 'dark', paneSizes: { main: [30, 70] } };
    expect(await store.read()).toEqual(expected);
    expect(await new SettingsStore(path).read()).toEqual(expected);
  });

  it.each(['', 'null', '[]', '{', '"dark"'])(
    'takes the defaults for a file with %j',
    async (text) => {
      expect(await (await storeWith(text)).read()).toEqual(defaults);
    },
  );

  it('drops what does not fit and what is unknown, and keeps the rest', async () => {
    const store = await storeWith(
      JSON.stringify({
        theme: 'pink',
        orientation: 'flame',
        order: 7,
        sampleTypeChoices: { a: 1 },
        paneSizes: { main: [1, null] },
        exporting: { ...defaults.exporting, pixelRatio: 3 },
        evil: true,
      }),
    );
    expect(await store.read()).toEqual({ ...defaults, orientation: 'flame' });
  });

  it('drops what does not fit from a patch', async () => {
    const path = join(await scratchFolder(), 'settings.json');
    const store = new SettingsStore(path);
    await store.save({ theme: 'neon', colorBy: 'share', __proto__: { x: 1 }, unknown: 1 });
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ ...defaults, colorBy: 'share' });
  });
});
