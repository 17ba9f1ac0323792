import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { FileFault } from '../file-fault.ts';
import type { ProfileSource } from '../profiles.ts';
import { type ReportBytes, readFile } from '../read-file.ts';
import type { ProfileReference } from './investigation-file.ts';
import { placesOf } from './places.ts';

/** A file that may be the profile that is sought. */
export interface Found {
  readonly source: ProfileSource;
  readonly sha256: string;
}

/**
 * The profile of an investigation: the first of its places that holds it, or else what is at the first of them
 * that can be read; null where there is nothing. Files are only read.
 */
export async function seekProfile(
  reference: ProfileReference,
  folder: string | null,
  report: ReportBytes,
): Promise<Found | null> {
  let other: Found | null = null;
  for (const path of placesOf(reference, folder)) {
    const found = await foundAt(path, report).catch(orNothing);
    if (found?.sha256 === reference.sha256) return found;
    other ??= found;
  }
  return other;
}

/** What is at a path. Rejects with FileFault where that cannot be read; with what `report` throws. */
export async function foundAt(path: string, report: ReportBytes = () => {}): Promise<Found> {
  return {
    source: { name: basename(path), shownPath: path, file: path, isSpilled: false },
    sha256: digestOf(await readFile(path, report)),
  };
}

/** SHA-256 in hexadecimal. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A place that cannot be read holds nothing; whoever cancels the search ends it. */
function orNothing(thrown: unknown): null {
  if (thrown instanceof FileFault) return null;
  throw thrown;
}
