import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RecentFiles } from '../../src/backend/recent-files.ts';
import { scratchFolder } from '../helpers/scratch-folder.ts';

const newPath = async () => join(await scratchFolder(), 'config/recent-files.json');

describe('RecentFiles', () => {
  it('has none at first', async () => {
    expect(await new RecentFiles(await newPath()).list()).toEqual([]);
  });

  it('remembers files over runs, the newest first', async () => {
    const path = await newPath();
    const recent = new RecentFiles(path);
    await Promise.all(['/a/one', '/b/two', '/c/three'].map((file) => recent.add(file)));
    await recent.add('/a/one');
    const list = await new RecentFiles(path).list();
    expect(list.map(({ name, folder }) => [folder, name])).toEqual([
      ['/a', 'one'],
      ['/c', 'three'],
      ['/b', 'two'],
    ]);
  });

  it('gives the path of an id, and ids tell nothing of paths', async () => {
    const recent = new RecentFiles(await newPath());
    await recent.add('/secret/file');
    const [{ id = '' } = {}] = await recent.list();
    expect(await recent.path(id)).toBe('/secret/file');
    expect(id).toMatch(/^[0-9a-f]{24}$/);
    expect(await recent.path('/secret/file')).toBeNull();
  });

  it('keeps twelve', async () => {
    const recent = new RecentFiles(await newPath());
    for (let i = 0; i < 20; i++) await recent.add(`/folder/${i}`);
    const list = await recent.list();
    expect(list).toHaveLength(12);
    expect(list[0]?.name).toBe('19');
  });

  it('forgets', async () => {
    const path = await newPath();
    const recent = new RecentFiles(path);
    await recent.add('/a/one');
    await recent.clear();
    expect(await recent.list()).toEqual([]);
    expect(await new RecentFiles(path).list()).toEqual([]);
  });

  it.each([
    ['no JSON', '{"files": ['],
    ['another shape', '{"files": "none"}'],
    ['a list', '[1, 2]'],
    ['nothing', ''],
  ])('starts anew from a file that holds %s', async (_, text) => {
    const path = join(await scratchFolder(), 'recent-files.json');
    await writeFile(path, text);
    const recent = new RecentFiles(path);
    expect(await recent.list()).toEqual([]);
    await recent.add('/a/one');
    expect(await new RecentFiles(path).list()).toHaveLength(1);
  });

  it('drops entries that make no sense and keeps the others', async () => {
    const path = join(await scratchFolder(), 'recent-files.json');
    const good = { id: 'x', path: '/a/one', openedMillis: 5 };
    await writeFile(path, JSON.stringify({ files: [null, { ...good, path: 7 }, good] }));
    expect(await new RecentFiles(path).list()).toEqual([
      { id: 'x', name: 'one', folder: '/a', openedMillis: 5 },
    ]);
  });

  it('leaves whole files only', async () => {
    const folder = await scratchFolder();
    const path = join(folder, 'recent-files.json');
    const recent = new RecentFiles(path);
    await Promise.all(Array.from({ length: 10 }, (_, i) => recent.add(`/folder/${i}`)));
    expect(await readdir(folder)).toEqual(['recent-files.json']);
    expect(JSON.parse(await readFile(path, 'utf8'))).toHaveProperty('files');
  });
});
