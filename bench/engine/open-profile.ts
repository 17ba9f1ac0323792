import type { EngineHost } from '../../src/backend/engine-host.ts';
import type { OpenProgress, ProfileSummary } from '../../src/bridge/engine-api.ts';
import type { OpenSource } from '../../src/engine/read-profile.ts';

/** Opens a file that is a profile. */
export async function openProfile(
  engine: EngineHost,
  id: number,
  source: OpenSource,
  onProgress: (progress: OpenProgress) => void = () => {},
): Promise<ProfileSummary> {
  const opened = await engine.open(id, source, onProgress, new AbortController().signal);
  if (opened.kind !== 'profile') throw new Error(`${source.name} is not a profile.`);
  return opened.profile;
}
