import { basename } from 'node:path';
import type { EngineHost } from '../../src/backend/engine-host.ts';
import { handOverBytes } from '../../src/backend/hand-over.ts';
import type { OpenProgress, ProfileSummary } from '../../src/bridge/engine-api.ts';

/** Opens a file that is a profile, as the application does once it knows that. */
export async function openProfile(
  engine: EngineHost,
  id: number,
  path: string,
  onProgress: (progress: OpenProgress) => void = () => {},
): Promise<ProfileSummary> {
  const file = { name: basename(path), shownPath: path, file: path };
  const signal = new AbortController().signal;
  const opened = await handOverBytes(engine, id, file, onProgress, signal);
  if (opened.kind !== 'profile') throw new Error(`${path} is not a profile.`);
  return opened.profile;
}
