import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** The largest source file that is shown, in bytes: larger ones hold tables of a generator. */
export const MAX_SOURCE_BYTES = 4 * 2 ** 20;

/** A source file as it was read; or why it is not to be shown, as the rest of a sentence that begins with its name. */
export type ReadSource =
  | { readonly text: string; readonly modifiedMillis: number }
  | { readonly refusal: string };

/**
 * Where a path beneath a folder really is; null where nothing is there. Throws `LeadsOut` where links lead out of the
 * folder, whose own path is a real one.
 */
export async function realPathBeneath(folder: string, path: string): Promise<string | null> {
  const real = await realpath(join(folder, path)).catch(() => null);
  if (real !== null && !isBeneath(folder, real)) throw new LeadsOut(real);
  return real;
}

/** A link beneath a chosen folder leads to another place, which was not chosen. */
export class LeadsOut extends Error {
  override readonly name = 'LeadsOut';
  readonly to: string;

  constructor(to: string) {
    super('A link leads out of the folder.');
    this.to = to;
  }
}

function isBeneath(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Reads a text by its real path. Never rejects: what keeps it from being shown is an answer. */
export async function readSourceText(path: string): Promise<ReadSource> {
  // Should it have become a pipe or a link since, neither is waited for or followed. Windows has no such flags.
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
  const file = await open(path, flags).catch((error: NodeJS.ErrnoException) => error);
  if (file instanceof Error) return { refusal: refusalOf(file.code) };
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return { refusal: 'is no file.' };
    if (stats.size > MAX_SOURCE_BYTES) {
      return {
        refusal: `is larger than ${MAX_SOURCE_BYTES / 2 ** 20} MiB: too large to be shown.`,
      };
    }
    const bytes = await file.readFile();
    const text = bytes.includes(0) ? null : decoded(bytes);
    if (text === null) return { refusal: 'is no text in UTF-8, as Go wants its sources to be.' };
    return { text, modifiedMillis: stats.mtimeMs };
  } catch (thrown) {
    return { refusal: refusalOf((thrown as NodeJS.ErrnoException).code) };
  } finally {
    await file.close();
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function refusalOf(code: string | undefined): string {
  if (code === 'ENOENT') return 'was there a moment ago and is gone: was it moved or deleted?';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read by you.';
  return `could not be read by the system (${code ?? 'for no reason that it tells'}).`;
}
