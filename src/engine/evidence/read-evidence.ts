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
  /** Lines of which only the beginning was looked at, since they are longer than any evidence. */
  readonly longLines: number;
}

type TextBytes = Pick<TextSource, 'chunks' | 'totalBytes' | 'doneBytes'>;

/** As `searchText` does; rejects with ProfileFault, which does not name the file, where nothing is found. */
export async function readEvidence(
  text: TextBytes,
  report: ReportProgress,
): Promise<FoundEvidence> {
  let head: Uint8Array | null = null;
  const keepHead = (chunk: Uint8Array) => {
    head ??= chunk.slice(0, HEAD_BYTES);
  };
  const found = await searchText(text, report, keepHead);
  if (found.findings.length === 0) throw nothingFound(head ?? new Uint8Array(0));
  return found;
}

/**
 * Searches a text for evidence while it is read. Rejects with what reading fails with, and what `report` throws.
 * `onChunk` is given each chunk, which is not its to keep.
 */
export async function searchText(
  { chunks, totalBytes, doneBytes }: TextBytes,
  report: ReportProgress,
  onChunk: (chunk: Uint8Array) => void = () => {},
): Promise<FoundEvidence> {
  const search = new LineSearch(nodeByteTools);
  let takenBytes = 0;
  for await (const chunk of chunks) {
    onChunk(chunk);
    search.push(chunk);
    takenBytes += chunk.length;
    report('search', doneBytes?.() ?? takenBytes, totalBytes);
  }
  const evidence = search.end();
  return { evidence, findings: findingsOf(evidence), longLines: search.longLines };
}

/** What a text is told by that is refused. */
const HEAD_BYTES = 1 << 16;

const SOUGHT =
  'Nor does it hold lines of the collector (GODEBUG=gctrace=1), results of Go benchmarks, what the Go compiler says of escapes (-gcflags=-m), or a report of a load generator.';

function nothingFound(head: Uint8Array): ProfileFault {
  const format = detectFormat(head);
  return 'refusal' in format
    ? new ProfileFault(`${format.refusal} ${SOUGHT}`, format.advice)
    : new ProfileFault(`It is no text. ${SOUGHT}`, 'Was the right file chosen?');
}
