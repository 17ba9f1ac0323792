import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** A well-known editor. */
interface KnownEditor {
  /** Its program on the search path. */
  readonly program: string;
  /** The same on Windows. */
  readonly windowsProgram: string;
  /** Where the program itself is from there, as what Windows finds is a script, which only a shell runs. */
  readonly windowsBehind?: string;
  /** What follows the program in a command. */
  readonly places: string;
}

const OF_VS_CODE = '-g {file}:{line}:{column}';

const KNOWN: readonly KnownEditor[] = [
  {
    program: 'code',
    windowsProgram: 'code.cmd',
    windowsBehind: '../Code.exe',
    places: OF_VS_CODE,
  },
  {
    program: 'codium',
    windowsProgram: 'codium.cmd',
    windowsBehind: '../VSCodium.exe',
    places: OF_VS_CODE,
  },
  {
    program: 'cursor',
    windowsProgram: 'cursor.cmd',
    windowsBehind: '../../../Cursor.exe',
    places: OF_VS_CODE,
  },
  { program: 'zed', windowsProgram: 'zed.exe', places: '{file}:{line}:{column}' },
  { program: 'goland', windowsProgram: 'goland64.exe', places: '--line {line} {file}' },
  { program: 'subl', windowsProgram: 'subl.exe', places: '{file}:{line}:{column}' },
  { program: 'gvim', windowsProgram: 'gvim.exe', places: '+{line} {file}' },
  {
    program: 'emacsclient',
    windowsProgram: 'emacsclientw.exe',
    places: '-n +{line}:{column} {file}',
  },
];

/** The command to offer first where no known editor is found. */
export const USUAL_COMMAND = `code ${OF_VS_CODE}`;

/** Commands of the known editors that are on this machine's search path. */
export async function foundEditors(
  searchPath = process.env['PATH'] ?? '',
  platform: NodeJS.Platform = process.platform,
): Promise<string[]> {
  const folders = searchPath.split(delimiter).filter((folder) => folder !== '');
  const find = platform === 'win32' ? programOnWindows : programOnPath;
  const found = await Promise.all(
    KNOWN.map(async (editor) => {
      const program = await find(editor, folders);
      return program === null ? null : `${program} ${editor.places}`;
    }),
  );
  return found.filter((command) => command !== null);
}

async function programOnPath(
  { program }: KnownEditor,
  folders: readonly string[],
): Promise<string | null> {
  return (await folderWith(program, folders)) === null ? null : program;
}

async function programOnWindows(
  { windowsProgram, windowsBehind }: KnownEditor,
  folders: readonly string[],
): Promise<string | null> {
  const folder = await folderWith(windowsProgram, folders);
  if (folder === null || windowsBehind === undefined) return folder && windowsProgram;
  const isThere = (await folderWith(windowsBehind, [folder])) !== null;
  return isThere ? `"${join(folder, windowsBehind)}"` : null;
}

/** The first folder in which such a program is; null where none has one. */
async function folderWith(program: string, folders: readonly string[]): Promise<string | null> {
  for (const folder of folders) {
    const isThere = await access(join(folder, program), constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return folder;
  }
  return null;
}
