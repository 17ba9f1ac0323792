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
  const path = resolve(file);
  try {
    const bytes = await readFile(path, () => {});
    const source = { name: basename(path), path, bytes };
    return { source, profile: await readProfile(source, () => {}) };
  } catch (thrown) {
    if (thrown instanceof FileFault) {
      throw new InputError(cannotOpen(file, thrown.message), { cause: thrown });
    }
    if (thrown instanceof ProfileFault) throw new InputError(thrown.message, { cause: thrown });
    throw thrown;
  }
}
