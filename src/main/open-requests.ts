import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The files that a command line names, as absolute paths.
 *
 * @param argv with the executable first
 * @param folder what relative paths start from
 * @param development whether the application's own path precedes the files, as in `electron . FILE`
 */
export function filesOfCommandLine(
  argv: readonly string[],
  folder: string,
  development: boolean,
): string[] {
  const [, ...given] = argv;
  const end = given.indexOf('--');
  const names =
    end < 0
      ? given.filter(isName)
      : [...given.slice(0, end).filter(isName), ...given.slice(end + 1)];
  return names.slice(development ? 1 : 0).map((name) => pathOf(name, folder));
}

/** Chromium's and Node's switches share the command line with the files. */
function isName(argument: string): boolean {
  return argument !== '' && !argument.startsWith('-');
}

/** Linux file managers hand over addresses, because the desktop entry asks for them by `%U`. */
function pathOf(name: string, folder: string): string {
  if (!name.startsWith('file:')) return resolve(folder, name);
  try {
    return fileURLToPath(name);
  } catch {
    return resolve(folder, name);
  }
}

/** What a second instance hands to the first with its request for the lock. */
export type Handover = { readonly paths: readonly string[] };

/** The paths of a handover; whatever else another program may have sent holds none. */
export function pathsOfHandover(handover: unknown): string[] {
  const { paths } = (handover ?? {}) as Partial<Handover>;
  return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : [];
}

/**
 * Keeps files that are to be opened until there is someone to open them. To ask for no file is to ask
 * for the window.
 */
export class OpenRequests {
  private readonly waiting: string[] = [];
  private open: ((paths: readonly string[]) => void) | null = null;

  add(paths: readonly string[]): void {
    if (this.open === null) this.waiting.push(...paths);
    else this.open(paths);
  }

  /** Opens what has come so far, and from now on what comes. */
  start(open: (paths: readonly string[]) => void): void {
    this.open = open;
    if (this.waiting.length > 0) open(this.waiting.splice(0));
  }
}
