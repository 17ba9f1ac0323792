import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { parse } from 'node:path';
import { homeFolder } from '../home-folder.ts';
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
  try {
    const cwd = quietFolder();
    const child = spawn(program, args, { detached: true, stdio: 'ignore', cwd });
    await once(child, 'spawn');
    child.unref();
  } catch (thrown) {
    throw new Error(`The editor did not start: ${faultOf(program, thrown)}`, { cause: thrown });
  }
}

/** Where programs begin: not in the folder at hand, in which Windows also looks for them. */
function quietFolder(): string {
  const home = homeFolder();
  return home !== null && existsSync(home) ? home : parse(process.execPath).root;
}

function faultOf(program: string, thrown: unknown): string {
  const { code, message } = thrown as NodeJS.ErrnoException;
  if (/\.(?:cmd|bat)$/i.test(program)) {
    return `“${program}” is a script, which only a shell runs. Give the path of the program that it starts.`;
  }
  return code === 'ENOENT'
    ? `there is no program “${program}” on this machine’s search path. Give its whole path.`
    : `“${program}” could not be run (${code ?? message}).`;
}
