import { join } from 'node:path';
import { type Candidate, candidatesIn, type FolderLayout, type SoughtFile } from './candidates.ts';
import { LeadsOut, realPathBeneath } from './read-beneath.ts';

/** A folder to look into, by its real path. */
export interface SearchedFolder {
  readonly path: string;
  readonly layout: FolderLayout;
}

/** A file that is there. */
export interface LocatedFile {
  /** The chosen folder that it is beneath. */
  readonly folder: string;
  /** The folder that stands for the one that the profile's paths begin with. */
  readonly root: string;
  /** The file beneath the root, with slashes. */
  readonly rest: string;
  readonly realPath: string;
  /** A sentence on what is not certain; '' for nothing. */
  readonly doubt: string;
}

/** A link beneath a chosen folder, which leads out of it. */
interface LeadingOut {
  readonly folder: string;
  readonly to: string;
}

/** The files that are as likely as each other to be the one looked for, best first; or what kept it from being found. */
export type Located =
  | readonly [LocatedFile, ...LocatedFile[]]
  | { readonly leadingOut: LeadingOut | null };

/**
 * Looks for a profile's file in all folders. The likeliest candidate that is there wins; among equals the folder that
 * stands first, within which several may be left.
 */
export async function locateFile(
  sought: SoughtFile,
  folders: readonly SearchedFolder[],
): Promise<Located> {
  let best: { readonly rank: number; readonly files: [LocatedFile, ...LocatedFile[]] } | null =
    null;
  let leadingOut: LeadingOut | null = null;
  for (const folder of folders) {
    for (const candidate of candidatesIn(sought, folder.layout)) {
      if (best !== null && candidate.rank > best.rank) break;
      try {
        const file = await fileAt(folder.path, candidate);
        if (file === null) continue;
        if (best === null || candidate.rank < best.rank) {
          best = { rank: candidate.rank, files: [file] };
        } else if (best.files[0].folder === folder.path) best.files.push(file);
      } catch (thrown) {
        if (!(thrown instanceof LeadsOut)) throw thrown;
        leadingOut ??= { folder: folder.path, to: thrown.to };
      }
    }
  }
  return best?.files ?? { leadingOut };
}

async function fileAt(
  folder: string,
  { root, rest, doubt }: Candidate,
): Promise<LocatedFile | null> {
  const realPath = await realPathBeneath(folder, join(root, rest));
  return realPath === null ? null : { folder, root: join(folder, root), rest, realPath, doubt };
}
