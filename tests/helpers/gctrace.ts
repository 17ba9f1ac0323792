import { readFileSync } from 'node:fs';
import type { Taken } from '../../src/core/evidence/extractor.ts';
import type { Gctrace } from '../../src/core/evidence/gctrace/gctrace.ts';
import { GctraceExtractor } from '../../src/core/evidence/gctrace/gctrace-extractor.ts';

/** A trace, and what became of each line of its text. */
export interface ReadTrace {
  readonly trace: Gctrace;
  readonly taken: readonly Taken[];
}

/** Reads a text as the search through a file does, line by line. */
export function readTrace(text: string): ReadTrace {
  const extractor = new GctraceExtractor();
  const taken = text.split(/\r?\n/).map((line) => extractor.take(line));
  return { trace: extractor.finish(), taken };
}

/** The trace of a side of the service that the project is about, 774 and 453 collections. */
export const seedTrace = (side: 'before' | 'after'): Gctrace =>
  readTrace(seedFile(side, 'gctrace-full.log')).trace;

/** A file of that service. */
export const seedFile = (side: 'before' | 'after', name: string): string =>
  readFileSync(`tests/fixtures/seed-story/${side}/${name}`, 'utf8');
