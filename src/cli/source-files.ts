import { realpath } from 'node:fs/promises';
import { layoutOf } from '../backend/source/folder-layout.ts';
import { locateFile } from '../backend/source/locate-file.ts';
import { readSourceText } from '../backend/source/read-beneath.ts';
import type { FrameTable } from '../core/analysis/frames.ts';
import type { AllocationSite } from '../core/analysis/sites/sites.ts';
import { GoFile } from '../core/evidence/go-source/go-file.ts';
import { parseGoName } from '../core/text/go-name.ts';
import { InputError } from './read-input.ts';

/**
 * The source files of sites by their paths in the profile, as far as they are beneath a folder; none without one.
 * Rejects with InputError.
 */
export async function readSources(
  folder: string | null,
  frames: FrameTable,
  sites: readonly AllocationSite[],
): Promise<ReadonlyMap<string, GoFile>> {
  const files = new Map<string, GoFile>();
  if (folder === null) return files;
  const path = await realpath(folder).catch(() => null);
  if (path === null) throw new InputError(`${folder}: there is no such folder.`);
  const layout = await layoutOf(path);
  for (const { frame } of sites) {
    const file = frames.file[frame] ?? '';
    if (file === '' || files.has(file)) continue;
    const { packagePath } = parseGoName(frames.functionName[frame] ?? '');
    const located = await locateFile({ file, packagePath }, [{ path, layout }]);
    if ('leadingOut' in located) continue;
    const read = await readSourceText(located[0].realPath);
    if (!('refusal' in read)) files.set(file, new GoFile(read.text));
  }
  return files;
}
