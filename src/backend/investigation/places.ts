import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { FileReference } from './investigation-file.ts';

/**
 * Where a profile of an investigation may be, in the order to look: beside the investigation as it was when it
 * was saved, then where it was then. A network drive is asked only for an investigation that lies on one itself:
 * whoever sends a file must not have this machine introduce itself to a server of theirs.
 *
 * @param folder that of the investigation; null where only its bytes are known
 */
export function placesOf(
  { path, relativePath }: Pick<FileReference, 'path' | 'relativePath'>,
  folder: string | null,
): string[] {
  const places: string[] = [];
  if (folder !== null && relativePath !== null) places.push(resolve(folder, relativePath));
  if (path !== null && isAbsolute(path)) places.push(resolve(path));
  const isOnNetwork = folder !== null && isNetworkPath(folder);
  return [...new Set(places)].filter((place) => isOnNetwork || !isNetworkPath(place));
}

/** The way from a folder to a file, with slashes; null where no way leads there, as to another drive. */
export function relativePathTo(folder: string, path: string): string | null {
  const way = relative(folder, path);
  return isAbsolute(way) ? null : way.split(sep).join('/');
}

const isNetworkPath = (path: string) => /^[\\/]{2}/.test(path);
