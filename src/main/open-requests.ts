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

/** Files that were named together. */
export interface OpenRequest {
  /** Empty to ask for no more than the window. */
  readonly paths: readonly string[];
  /** Whether the order in which they were named means something. */
  readonly isOrdered: boolean;
}

/** macOS tells of files that were chosen together one by one, this close to each other at most. */
const TOGETHER_MS = 100;

/** Keeps files that are to be opened until there is someone to open them. */
export class OpenRequests {
  private readonly waiting: OpenRequest[] = [];
  private gathered: string[] = [];
  private gathering: NodeJS.Timeout | null = null;
  private open: ((request: OpenRequest) => void) | null = null;

  add(request: OpenRequest): void {
    if (this.open !== null) this.open(request);
    else if (request.paths.length > 0) this.waiting.push(request);
  }

  /** A file that others may follow which were chosen with it, in no order that means something. */
  gather(path: string): void {
    this.gathered.push(path);
    this.gathering ??= setTimeout(() => this.endGathering(), TOGETHER_MS);
  }

  /** Opens what has come so far, and from now on what comes. */
  start(open: (request: OpenRequest) => void): void {
    this.endGathering();
    this.open = open;
    const [first, ...others] = this.waiting.splice(0);
    if (first === undefined) return;
    if (others.length === 0) open(first);
    else open({ paths: [first, ...others].flatMap(({ paths }) => paths), isOrdered: false });
  }

  private endGathering(): void {
    if (this.gathering !== null) clearTimeout(this.gathering);
    this.gathering = null;
    const paths = this.gathered;
    this.gathered = [];
    if (paths.length > 0) this.add({ paths, isOrdered: false });
  }
}
