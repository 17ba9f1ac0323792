import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { argumentsOf, isEditorCommand } from '../../../src/backend/source/editor.ts';
import { foundEditors } from '../../../src/backend/source/known-editors.ts';
import { scratchFolder } from '../../helpers/scratch-folder.ts';

/** A folder with programs that do nothing. */
async function programsIn(...programs: string[]): Promise<string> {
  const folder = await scratchFolder();
  for (const program of programs) {
    await mkdir(dirname(join(folder, program)), { recursive: true });
    await writeFile(join(folder, program), '', { mode: 0o755 });
  }
  return folder;
}

it('are those on the search path', async () => {
  const folder = await programsIn('code', 'subl', 'code.cmd');
  expect(await foundEditors(['/nowhere', '', folder].join(delimiter), 'linux')).toEqual([
    'code -g {file}:{line}:{column}',
    'subl {file}:{line}:{column}',
  ]);
});

it('are programs on Windows, not the scripts that are found there', async () => {
  const folder = await programsIn(
    'VS Code/bin/code',
    'VS Code/bin/code.cmd',
    'VS Code/Code.exe',
    'codium/bin/codium.cmd',
    'bin/subl.exe',
    'bin/gvim',
  );
  const searchPath = ['VS Code/bin', 'codium/bin', 'bin'].map((path) => join(folder, path));
  const found = await foundEditors(searchPath.join(delimiter), 'win32');
  expect(found).toEqual([
    `"${join(folder, 'VS Code/Code.exe')}" -g {file}:{line}:{column}`,
    'subl.exe {file}:{line}:{column}',
  ]);
  expect(found.every(isEditorCommand)).toBe(true);
  expect(argumentsOf(found[0] ?? '')[0]).toBe(join(folder, 'VS Code/Code.exe'));
});
