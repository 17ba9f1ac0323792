import { type CollectorFigures, collectorFigures } from '../core/evidence/gctrace/figures.ts';
import { collectionCount, type Gctrace, processCount } from '../core/evidence/gctrace/gctrace.ts';
import {
  type CollectionWindow,
  type Span,
  spanOfProcess,
  windowOf,
} from '../core/evidence/gctrace/window.ts';
import type { UnreadableLines } from '../core/evidence/unreadable-lines.ts';
import { counted } from '../words/counted.ts';
import { noCollectionWords } from '../words/evidence/no-collection-words.ts';
import { readEvidenceOf, type WantedEvidence } from './read-evidence.ts';
import { InputError } from './read-input.ts';
import { UsageError } from './usage.ts';

/** Which part of a trace is looked at. */
export interface TraceChoice {
  /** From 0 on; null for all, or the only one. */
  readonly process: number | null;
  /** Seconds from the start of the process; null for all. */
  readonly span: Span | null;
}

/** A part of a trace, with its figures. */
export interface TraceSide {
  readonly name: string;
  readonly trace: Gctrace;
  readonly unreadable: UnreadableLines;
  readonly window: CollectionWindow;
  readonly figures: CollectorFigures;
}

/** Reads a file, and works out the figures of what is chosen of it. Rejects with InputError and UsageError. */
export async function readTraceSide(file: string, choice: TraceChoice): Promise<TraceSide> {
  const { name, evidence } = await readEvidenceOf(file, WANTED);
  const { found: trace, unreadable } = evidence.gctrace;
  if (collectionCount(trace) === 0) {
    throw new InputError(`${name} cannot be used. ${noCollectionWords(trace)}`);
  }
  refuseUnknown(name, trace, choice);
  const window = windowOf(trace, choice.process, choice.span);
  return { name, trace, unreadable, window, figures: collectorFigures(trace, window) };
}

const WANTED: WantedEvidence = {
  kind: 'gctrace',
  what: 'line of the collector',
  advice: 'Run the program with GODEBUG=gctrace=1 and save what it writes to standard error.',
};

function refuseUnknown(name: string, trace: Gctrace, { process, span }: TraceChoice): void {
  const processes = processCount(trace);
  if (process !== null && process >= processes) {
    throw new UsageError(`--process: ${name} is of ${counted(processes, 'process', 'processes')}.`);
  }
  if (span === null) return;
  if (process === null && processes > 1) {
    throw new UsageError(
      `--from and --to: ${name} is of ${processes} processes, each with seconds of its own. Choose one with --process.`,
    );
  }
  const known = spanOfProcess(trace, process ?? 0);
  if (span.from >= known.to || span.to <= known.from) {
    throw new UsageError(
      `--from and --to: ${name} tells of ${known.from} s to ${known.to.toFixed(3)} s.`,
    );
  }
}
