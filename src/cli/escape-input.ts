import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CostedEscapes } from '../core/analysis/escape-join/change-rows.ts';
import type { EscapeJoin } from '../core/analysis/escape-join/escape-join.ts';
import { joinEscapes } from '../core/analysis/escape-join/join.ts';
import { type FrameTable, indexFrames } from '../core/analysis/frames.ts';
import type { EscapeEvidence } from '../core/evidence/escape/diagnostics.ts';
import { mergeEscapes } from '../core/evidence/escape/merge.ts';
import type { UnreadableLines } from '../core/evidence/unreadable-lines.ts';
import { averageSizePair } from '../core/units/average-size-pair.ts';
import { chosenSampleType, measuredBy } from './pair-choice.ts';
import { readEvidenceOf, type WantedEvidence } from './read-evidence.ts';
import { InputError, readInput } from './read-input.ts';

/** What the compiler said of a build, with a profile of it where one was given. */
export interface EscapeInput {
  readonly name: string;
  readonly evidence: EscapeEvidence;
  readonly unreadable: UnreadableLines;
  readonly joined: { readonly join: EscapeJoin; readonly frames: FrameTable } | null;
}

/** What was said of a build, with what it costs where a profile tells. */
export const costedEscapes = ({ evidence, joined }: EscapeInput): CostedEscapes => ({
  evidence,
  join: joined?.join ?? null,
});

/**
 * Reads a text with diagnostics, or the files of a `-json` folder, and joins them with a profile. Rejects with
 * InputError and UsageError.
 */
export async function readEscapeInput(
  file: string,
  profile: string | undefined,
  sample: string | undefined,
): Promise<EscapeInput> {
  const said = (await isFolder(file)) ? await readFolder(file) : await readText(file);
  return {
    name: basename(file),
    ...said,
    joined: profile === undefined ? null : await joinedWith(said.evidence, profile, sample),
  };
}

async function readText(file: string): Promise<Pick<EscapeInput, 'evidence' | 'unreadable'>> {
  const { evidence } = await readEvidenceOf(file, WANTED);
  return { evidence: evidence.escape.found, unreadable: evidence.escape.unreadable };
}

const WANTED: WantedEvidence = {
  kind: 'escape',
  what: 'message of escape analysis',
  advice: 'Save what “go build -gcflags=-m=2 ./...” writes to standard error.',
};

/** A file for each source file, in a folder for each package; some tell of no escape. */
async function readFolder(folder: string): Promise<Pick<EscapeInput, 'evidence' | 'unreadable'>> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => name.endsWith('.json')).sort();
  const parts: EscapeEvidence[] = [];
  for (const name of files) {
    try {
      parts.push((await readText(join(folder, name))).evidence);
    } catch (thrown) {
      if (!(thrown instanceof InputError)) throw thrown;
    }
  }
  if (parts.length === 0) {
    throw new InputError(
      `${folder}: no file in it tells of escapes. Make it with “go build -gcflags=-json=0,file://FOLDER ./...”.`,
    );
  }
  return { evidence: mergeEscapes(parts), unreadable: { count: 0, first: [] } };
}

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function joinedWith(
  evidence: EscapeEvidence,
  file: string,
  sample: string | undefined,
): Promise<NonNullable<EscapeInput['joined']>> {
  const input = await readInput(file);
  const { profile } = input;
  const pair = averageSizePair(
    profile.sampleTypes,
    chosenSampleType(measuredBy(input), sample ?? null),
  );
  if (pair === null) {
    throw new InputError(
      `${basename(file)} does not count objects and their bytes. Give a heap profile, such as /debug/pprof/heap.`,
    );
  }
  const index = indexFrames(profile, 'lines', true);
  const join = joinEscapes(profile, index, evidence, [pair.objects, pair.space], null);
  return { join, frames: index.frames };
}
