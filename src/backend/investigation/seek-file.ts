import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { sha256OfFile } from '../file-digest.ts';
import { FileFault } from '../file-fault.ts';
import type { ProfileSource } from '../profiles.ts';
import { type ReportBytes, readBeginning } from '../read-file.ts';
import type { FileReference } from './investigation-file.ts';
import { placesOf } from './places.ts';

/** A file that may be the one that is sought. */
export interface Found {
  readonly source: ProfileSource;
  readonly sha256: string;
}

/**
 * A profile or text of an investigation: the first of its places that holds it, or else what is at the first of them
 * that can be read; null where there is nothing. Files are only read.
 */
export async function seekFile(
  reference: FileReference,
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
  const { fileBytes } = await readBeginning(path, 0);
  return {
    source: { name: basename(path), shownPath: path, file: path, isSpilled: false },
    sha256: await sha256OfFile(path, fileBytes, { report }),
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
