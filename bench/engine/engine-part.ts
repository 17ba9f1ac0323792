import type { Places } from '../places.ts';
import type { ProfileFile } from '../profile/profile-file.ts';
import { runProgram } from '../run-program.ts';
import { growthExponent, type Spread, spreadOf, spreadsByName } from '../statistics.ts';
import type { OpenResult } from './open-result.ts';
import { runEntry } from './run-entry.ts';

/** What opening a size costs, against gunzip of the same bytes. */
export interface EngineSize {
  readonly profile: ProfileFile;
  readonly gunzipMs: Spread;
  /** Of the system's gunzip, its start and reading included; null where there is none. */
  readonly gunzipProgramMs: Spread | null;
  readonly openMs: Spread;
  /** What all threads spent on it on a core. */
  readonly openCpuMs: Spread;
  /** Medians, of opening to gunzip alone. */
  readonly openToGunzip: number;
  /** The same of minima, which other work on the machine disturbs less. */
  readonly openToGunzipAtBest: number;
  readonly phasesMs: Readonly<Record<string, Spread>>;
  readonly openPeakBytes: Spread;
  readonly questionsMs: Readonly<Record<string, Spread>>;
  readonly peakBytes: Spread;
  readonly sliceRows: number;
}

export interface EnginePart {
  readonly sizes: readonly EngineSize[];
  /** The k with which the time to open grows as samples^k, over all sizes; null for one size. */
  readonly exponent: number | null;
  /** The same over the two largest, where fixed costs weigh less. */
  readonly exponentOfLargest: number | null;
}

interface Round {
  readonly gunzipMs: number;
  readonly gunzipProgramMs: number | null;
  readonly open: OpenResult;
}

/** Measures all sizes in turn, round after round, so that a busy minute of the machine meets all. */
export async function measureEngine(
  files: readonly ProfileFile[],
  rounds: number,
  places: Places,
  cpuProfiles: string | null,
): Promise<EnginePart> {
  const measured = files.map((profile) => ({ profile, rounds: [] as Round[] }));
  for (let round = 0; round < rounds; round++) {
    for (const size of measured) size.rounds.push(await measureRound(size.profile.path, places));
  }
  const largest = files.at(-1);
  if (cpuProfiles !== null && largest !== undefined) {
    await open(places, largest.path, ['--cpu-prof', `--cpu-prof-dir=${cpuProfiles}`]);
  }
  const sizes = measured.map(({ profile, rounds }) => summed(profile, rounds));
  const points = sizes.map(({ profile, openMs }) => [profile.samples, openMs.median] as const);
  return {
    sizes,
    exponent: points.length < 2 ? null : growthExponent(points),
    exponentOfLargest: points.length < 3 ? null : growthExponent(points.slice(-2)),
  };
}

async function measureRound(path: string, places: Places): Promise<Round> {
  const gunzip = await runEntry<{ milliseconds: number }>(places, 'gunzip-child', [path]);
  const program = await runProgram('gunzip', ['-c', path], { keepsOutput: false }).catch(
    () => null,
  );
  return {
    gunzipMs: gunzip.milliseconds,
    gunzipProgramMs: program?.milliseconds ?? null,
    open: await open(places, path),
  };
}

function open(places: Places, path: string, nodeOptions: readonly string[] = []) {
  return runEntry<OpenResult>(places, 'open-child', [places.engine, path], nodeOptions);
}

function summed(profile: ProfileFile, rounds: readonly Round[]): EngineSize {
  const gunzipMs = spreadOf(rounds.map((round) => round.gunzipMs));
  const openMs = spreadOf(rounds.map(({ open }) => open.openMs));
  const ofProgram = rounds.map((round) => round.gunzipProgramMs).filter((ms) => ms !== null);
  return {
    profile,
    gunzipMs,
    gunzipProgramMs: ofProgram.length === 0 ? null : spreadOf(ofProgram),
    openMs,
    openCpuMs: spreadOf(rounds.map(({ open }) => open.openCpuMs)),
    openToGunzip: openMs.median / gunzipMs.median,
    openToGunzipAtBest: openMs.min / gunzipMs.min,
    phasesMs: spreadsByName(rounds.map(({ open }) => open.phasesMs)),
    openPeakBytes: spreadOf(rounds.map(({ open }) => open.openPeakBytes)),
    questionsMs: spreadsByName(rounds.map(({ open }) => open.questionsMs)),
    peakBytes: spreadOf(rounds.map(({ open }) => open.peakBytes)),
    sliceRows: rounds[0]?.open.sliceRows ?? 0,
  };
}
