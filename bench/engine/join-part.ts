import type { Places } from '../places.ts';
import type { ProfileFile } from '../profile/profile-file.ts';
import { type Spread, spreadOf } from '../statistics.ts';
import type { JoinResult } from './join-result.ts';
import { runEntry } from './run-entry.ts';

/** What it costs to join diagnostics of the compiler with a profile, as far as that is more than the profile costs. */
export interface JoinPart extends Omit<JoinResult, 'indexMs' | 'readMs' | 'joinMs' | 'peakBytes'> {
  readonly indexMs: Spread;
  readonly readMs: Spread;
  readonly joinMs: Spread;
  readonly peakBytes: Spread;
}

const DIAGNOSTICS = 100_000;

export async function measureJoin(
  profile: ProfileFile,
  rounds: number,
  places: Places,
): Promise<JoinPart | null> {
  const results: JoinResult[] = [];
  for (let round = 0; round < rounds; round++) {
    const args = [profile.path, String(DIAGNOSTICS)];
    results.push(await runEntry<JoinResult>(places, 'join-child', args));
  }
  const [first] = results;
  if (first === undefined) return null;
  const spread = (name: 'indexMs' | 'readMs' | 'joinMs' | 'peakBytes') =>
    spreadOf(results.map((result) => result[name]));
  return {
    ...first,
    indexMs: spread('indexMs'),
    readMs: spread('readMs'),
    joinMs: spread('joinMs'),
    peakBytes: spread('peakBytes'),
  };
}
