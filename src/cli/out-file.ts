import { resolve } from 'node:path';
import { refuseUnwritable } from '../backend/file-place.ts';
import { WriteFault } from '../backend/write-fault.ts';
import { InputError } from './read-input.ts';

/** Rejects with InputError, before anything is made, where a file could not be saved or would replace another. */
export async function refuseOccupied(to: string, isForced: boolean): Promise<void> {
  const { mode } = await savedOrSaid(() => refuseUnwritable(resolve(to)));
  if (mode !== null && !isForced) refuseNames([to]);
}

/** Says that files are there already. Throws InputError. */
export function refuseNames(names: readonly string[]): never {
  const [one] = names;
  throw new InputError(
    names.length === 1
      ? `${one} exists already. Name another file, or replace it with --force.`
      : `These files exist: ${names.join(', ')}. Name another file, or replace them with --force.`,
  );
}

/** Saves, and has what goes wrong told as an InputError. */
export async function savedOrSaid<T>(save: () => Promise<T>): Promise<T> {
  try {
    return await save();
  } catch (thrown) {
    if (thrown instanceof WriteFault) throw new InputError(thrown.message, { cause: thrown });
    throw thrown;
  }
}
