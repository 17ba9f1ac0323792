import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { JsonFile } from '../json-file.ts';
import { isRecord } from '../shapes.ts';

const MAX_COMMAND = 2_000;

/** Where in a file an editor is to go; 1-based. */
export interface EditorPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The command that opens source files. It is kept apart from the settings, so that a page can change it in this way
 * alone. It is a program with arguments, in which `{file}`, `{line}` and `{column}` are filled in; no shell sees it.
 */
export class Editor {
  private readonly file: JsonFile;

  /** `path` is the file in which the command is remembered. */
  constructor(path: string) {
    this.file = new JsonFile(path);
  }

  /** The command; '' where none was given yet. */
  async command(): Promise<string> {
    const value = await this.file.read();
    const command = isRecord(value) ? value['command'] : undefined;
    return typeof command === 'string' && isEditorCommand(command) ? command : '';
  }

  /** Takes a command, which has been checked; '' forgets it. */
  async use(command: string): Promise<void> {
    await this.file.write({ command });
  }

  /** Starts the editor, and leaves it to itself. Rejects with a sentence where that fails. */
  async open(place: EditorPlace): Promise<void> {
    const [program = '', ...args] = filledIn(argumentsOf(await this.command()), place);
    await started(program, args);
  }
}

/** Whether a text is a command that opens a file: a program, and somewhere `{file}`. */
export function isEditorCommand(command: string): boolean {
  const [program, ...args] = argumentsOf(command);
  if (command.length > MAX_COMMAND || program === undefined || program.includes('{')) return false;
  return args.some((argument) => argument.includes('{file}'));
}

/** The words of a command: between spaces, or in quotes, within which a backslash is a backslash. */
export function argumentsOf(command: string): string[] {
  const words = command.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
}

/** Fills in the placeholders, each within its own argument. */
export function filledIn(words: readonly string[], place: EditorPlace): string[] {
  const texts: Readonly<Record<string, string>> = {
    '{file}': place.file,
    '{line}': `${place.line}`,
    '{column}': `${place.column}`,
  };
  return words.map((word) =>
    word.replace(/\{(?:file|line|column)\}/g, (placeholder) => texts[placeholder] ?? ''),
  );
}

async function started(program: string, args: readonly string[]): Promise<void> {
  // Beginning in the home folder, since Windows also looks for programs in the folder that it begins in.
  const child = spawn(program, args, { detached: true, stdio: 'ignore', cwd: homedir() });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        new Error(
          error.code === 'ENOENT'
            ? `The editor did not start: there is no program “${program}” on this machine’s search path. Give its whole path.`
            : `The editor did not start: “${program}” could not be run (${error.code ?? error.message}).`,
          { cause: error },
        ),
      );
    });
  });
  child.unref();
}

/** Commands of well-known editors, by the name of their program. */
const KNOWN: readonly (readonly [program: string, command: string])[] = [
  ['code', 'code -g {file}:{line}:{column}'],
  ['codium', 'codium -g {file}:{line}:{column}'],
  ['cursor', 'cursor -g {file}:{line}:{column}'],
  ['zed', 'zed {file}:{line}:{column}'],
  ['goland', 'goland --line {line} {file}'],
  ['subl', 'subl {file}:{line}:{column}'],
  ['gvim', 'gvim +{line} {file}'],
  ['emacsclient', 'emacsclient -n +{line}:{column} {file}'],
];

/** The command to offer first where no known editor is found. */
export const USUAL_COMMAND = 'code -g {file}:{line}:{column}';

/** Commands of the known editors that are on this machine's search path. */
export async function foundEditors(searchPath = process.env['PATH'] ?? ''): Promise<string[]> {
  const folders = searchPath.split(delimiter).filter((folder) => folder !== '');
  const found = await Promise.all(
    KNOWN.map(async ([program, command]) => {
      const tries = folders.map((folder) => access(join(folder, program), constants.X_OK));
      return (await Promise.allSettled(tries)).some(({ status }) => status === 'fulfilled')
        ? command
        : null;
    }),
  );
  return found.filter((command) => command !== null);
}
