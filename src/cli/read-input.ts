import { basename, resolve } from 'node:path';
import { cannotOpen, FileFault } from '../backend/file-fault.ts';
import { readFile } from '../backend/read-file.ts';
import { ProfileFault } from '../core/profile/fault.ts';
import type { Profile } from '../core/profile/profile.ts';
import { type OpenSource, readProfile } from '../engine/read-profile.ts';

/** The input is not as it should be: `message` says why, on one line. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** A profile and the file that it was read from. */
export interface Input {
  readonly source: OpenSource;
  readonly profile: Profile;
}

/** Reads a profile from a file. Rejects with InputError. */
export async function readInput(file: string): Promise<Input> {
  return await openInput(file, async (source) => ({
    source,
    profile: await readProfile(source, () => {}),
  }));
}

/** Reads the bytes of a file and opens them. Rejects with InputError where they cannot be, by `open` either. */
export async function openInput<T>(
  file: string,
  open: (source: OpenSource) => Promise<T>,
): Promise<T> {
  return await asInput(file, async (path) => {
    const bytes = await readFile(path, () => {});
    return await open({ name: basename(path), path, bytes });
  });
}

/** Does something with the path of a file. What is wrong with the file becomes an InputError. */
export async function asInput<T>(file: string, work: (path: string) => Promise<T>): Promise<T> {
  try {
    return await work(resolve(file));
  } catch (thrown) {
    if (thrown instanceof FileFault) {
      throw new InputError(cannotOpen(file, thrown.message), { cause: thrown });
    }
    if (thrown instanceof ProfileFault) throw new InputError(thrown.message, { cause: thrown });
    throw thrown;
  }
}

/** Both files often have the same name, so that it is said which one is meant. */
export async function ofSide<T>(side: 'Before' | 'After', reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (thrown) {
    if (!(thrown instanceof InputError)) throw thrown;
    throw new InputError(`${side}: ${thrown.message}`, { cause: thrown });
  }
}
