import type { Places } from '../places.ts';
import type { ProfileFile } from '../profile/profile-file.ts';
import { type Spread, spreadOf, spreadsByName } from '../statistics.ts';
import type { CompareResult } from './compare-result.ts';
import type { OpenResult } from './open-result.ts';
import { runEntry } from './run-entry.ts';

/** What comparing two runs of a program costs, against opening one of them. */
export interface ComparePart {
  readonly samples: number;
  /** One profile, file on disk to first slice received. */
  readonly openMs: Spread;
  /** Two profiles, files on disk to the slices of both graphs and the table received. */
  readonly compareMs: Spread;
  /** Medians, of comparing to opening; and of minima, which other work disturbs less. */
  readonly compareToOpen: number;
  readonly compareToOpenAtBest: number;
  readonly peakBytes: Spread;
  readonly questionsMs: Readonly<Record<string, Spread>>;
}

/** Opens and compares in turn, so that a busy minute of the machine meets both. */
export async function measureCompare(
  before: ProfileFile,
  after: ProfileFile,
  rounds: number,
  places: Places,
): Promise<ComparePart> {
  const opened: OpenResult[] = [];
  const compared: CompareResult[] = [];
  for (let round = 0; round < rounds; round++) {
    opened.push(await runEntry<OpenResult>(places, 'open-child', [places.engine, before.path]));
    const paths = [places.engine, before.path, after.path];
    compared.push(await runEntry<CompareResult>(places, 'compare-child', paths));
  }
  const openMs = spreadOf(opened.map((result) => result.openMs));
  const compareMs = spreadOf(compared.map((result) => result.compareMs));
  return {
    samples: before.samples,
    openMs,
    compareMs,
    compareToOpen: compareMs.median / openMs.median,
    compareToOpenAtBest: compareMs.min / openMs.min,
    peakBytes: spreadOf(compared.map((result) => result.peakBytes)),
    questionsMs: spreadsByName(compared.map((result) => result.questionsMs)),
  };
}
