import { type Evidence, type Finding, findingsOf } from '../../core/evidence/evidence.ts';
import { LineSearch } from '../../core/evidence/line-search.ts';
import { detectFormat } from '../../core/formats/detect.ts';
import { ProfileFault } from '../../core/profile/fault.ts';
import type { ReportProgress } from '../../core/profile/progress.ts';
import { nodeByteTools } from './node-byte-tools.ts';

/** A text to search, as it comes. */
export interface TextSource {
  /** File name, for people. */
  readonly name: string;
  /** Where it is, for people; '' when only the bytes are known. */
  readonly path: string;
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Of the file, which may be compressed. */
  readonly totalBytes: number;
  /** How many of them are used up; without it, as many as came. */
  readonly doneBytes?: () => number;
}

/** What was found in a text. */
export interface FoundEvidence {
  readonly evidence: Evidence;
  readonly findings: readonly Finding[];
}

/**
 * Searches a text for evidence while it is read. Rejects with ProfileFault, which does not name the file, where
 * there is none; with what reading fails with, and what `report` throws.
 */
export async function readEvidence(
  { chunks, totalBytes, doneBytes }: Pick<TextSource, 'chunks' | 'totalBytes' | 'doneBytes'>,
  report: ReportProgress,
): Promise<FoundEvidence> {
  const search = new LineSearch(nodeByteTools);
  let takenBytes = 0;
  let head = new Uint8Array();
  for await (const chunk of chunks) {
    if (takenBytes === 0) head = chunk.slice(0, HEAD_BYTES);
    search.push(chunk);
    takenBytes += chunk.length;
    report('search', doneBytes?.() ?? takenBytes, totalBytes);
  }
  const evidence = search.end();
  const findings = findingsOf(evidence);
  if (findings.length === 0) throw nothingFound(head);
  return { evidence, findings };
}

/** What a text is told by that is refused. */
const HEAD_BYTES = 1 << 16;

function nothingFound(head: Uint8Array): ProfileFault {
  const format = detectFormat(head);
  if ('refusal' in format) return new ProfileFault(format.refusal, format.advice);
  return new ProfileFault('There is nothing in it that is known.', 'Was the right file chosen?');
}
