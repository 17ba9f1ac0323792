import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  argumentsOf,
  Editor,
  filledIn,
  isEditorCommand,
} from '../../../src/backend/source/editor.ts';
import { scratchFolder } from '../../helpers/scratch-folder.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const place = { file: '/src/a b/$(x).go', line: 12, column: 3 };

describe('the command of an editor', () => {
  it('is taken apart into arguments, in which a place is filled in', () => {
    const filled = (command: string) => filledIn(argumentsOf(command), place);
    expect(filled('code -g {file}:{line}:{column}')).toEqual([
      'code',
      '-g',
      '/src/a b/$(x).go:12:3',
    ]);
    expect(filled(`"/opt/My Editor/ed" '--at={line}' {file} "a 'b'" x"y z"`)).toEqual([
      '/opt/My Editor/ed',
      '--at=12',
      '/src/a b/$(x).go',
      "a 'b'",
      'xy z',
    ]);
    expect(filledIn(['{file}'], { ...place, file: '/{line}/$&.go' })).toEqual(['/{line}/$&.go']);
  });

  it('has a program, and the file among its arguments', () => {
    expect(isEditorCommand('vim +{line} {file}')).toBe(true);
    for (const command of [
      '',
      'code',
      'code {line}',
      '{file}',
      '{file} {file}',
      'x'.repeat(3000),
    ]) {
      expect(isEditorCommand(command), command).toBe(false);
    }
  });

  it('starts a program without any shell, and a failure is a sentence', async () => {
    const folder = await scratchFolder();
    const editor = new Editor(join(folder, 'editor.json'));
    const [script, told] = [join(folder, 'ed it.mjs'), join(folder, 'told.json')];
    await writeFile(
      script,
      `#!${process.execPath}\nimport { writeFileSync, renameSync } from 'node:fs';
      writeFileSync(${JSON.stringify(`${told}.tmp`)}, JSON.stringify(process.argv.slice(2)));
      renameSync(${JSON.stringify(`${told}.tmp`)}, ${JSON.stringify(told)});`,
    );
    await chmod(script, 0o755);
    await editor.use(`"${process.execPath}" "${script}" {file} +{line} '; rm -rf {column}'`);
    await editor.open(place);
    await vi.waitFor(async () => {
      expect(JSON.parse(await readFile(told, 'utf8'))).toEqual([place.file, '+12', '; rm -rf 3']);
    }, 20_000);
    await editor.use('no-such-editor-here {file}');
    await expect(editor.open(place)).rejects.toThrow(
      'The editor did not start: there is no program “no-such-editor-here” on this machine’s search path. Give its whole path.',
    );
  });

  it('may name what cannot be run', async () => {
    const folder = await scratchFolder();
    const editor = new Editor(join(folder, 'editor.json'));
    const refusal = async (command: string) => {
      await editor.use(command);
      return await editor.open(place).then(String, (thrown: Error) => thrown.message);
    };
    // Beneath a file there is nothing, which spawn throws at once.
    await writeFile(join(folder, 'file'), '');
    expect(await refusal(`"${join(folder, 'file', 'editor')}" {file}`)).toMatch(
      /^The editor did not start: (?:“.*editor” could not be run \(ENOTDIR\)\.|there is no program)/,
    );
    expect(await refusal('no-such-editor.cmd {file}')).toBe(
      'The editor did not start: “no-such-editor.cmd” is a script, which only a shell runs. Give the path of the program that it starts.',
    );
  });

  it('is started wherever the home folder is, or should be', async () => {
    const folder = await scratchFolder();
    const editor = new Editor(join(folder, 'editor.json'));
    await editor.use(`"${process.execPath}" -e "" {file}`);
    for (const home of ['', join(folder, 'no-home')]) {
      for (const name of ['HOME', 'USERPROFILE']) vi.stubEnv(name, home);
      expect(await editor.open(place)).toBeUndefined();
    }
  });
});
