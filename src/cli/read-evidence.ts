import { basename } from 'node:path';
import { readBeginning, readFile, TELLING_BYTES } from '../backend/read-file.ts';
import type { EvidenceKind } from '../bridge/evidence-api.ts';
import { ProfileFault } from '../core/profile/fault.ts';
import { mayHoldEvidence } from '../engine/evidence/may-hold-evidence.ts';
import {
  type FoundEvidence,
  searchText,
  type TextSource,
} from '../engine/evidence/read-evidence.ts';
import { textFile, textOfPieces } from '../engine/evidence/text-file.ts';
import { named, readContent } from '../engine/read-profile.ts';
import { findingWords } from '../words/evidence/finding-words.ts';
import { asInput } from './read-input.ts';

/** What was found in a file, and its name. */
export interface EvidenceInput extends FoundEvidence {
  readonly name: string;
}

/** The evidence that a command is about. */
export interface WantedEvidence {
  readonly kind: EvidenceKind;
  /** What it is, for after “There is no”: `line of the collector`. */
  readonly what: string;
  /** How to make it, in a sentence. */
  readonly advice: string;
}

/** The file that stands for standard input, and what it is called. */
const STANDARD_INPUT = '-';
const STANDARD_INPUT_NAME = 'standard input';

/**
 * Searches a text for evidence while it is read; `-` is standard input. Rejects with InputError where there is
 * none of the kind that is wanted.
 */
export async function readEvidenceOf(file: string, wanted: WantedEvidence): Promise<EvidenceInput> {
  return await asInput(file, async (path) => {
    const isPiped = file === STANDARD_INPUT;
    const name = isPiped ? STANDARD_INPUT_NAME : basename(path);
    return await named({ name }, async () => {
      const text = await (isPiped ? textOfStandardInput() : textOfFile(path));
      const found = await searchText(text, () => {});
      const { findings } = found;
      if (findings.some(({ kind }) => kind === wanted.kind)) return { name, ...found };
      const held = findings.length === 0 ? '' : `, but ${findings.map(findingWords).join(', ')}`;
      throw new ProfileFault(`There is no ${wanted.what} in it${held}.`, wanted.advice);
    });
  });
}

type TextBytes = Pick<TextSource, 'chunks' | 'totalBytes'>;

/** The bytes of a text, as they are read; compressed ones unpacked. Rejects with ProfileFault for what is none. */
export async function textOfFile(path: string): Promise<TextBytes> {
  const { head, fileBytes } = await readBeginning(path, TELLING_BYTES);
  if (mayHoldEvidence(head)) return await textFile(path, fileBytes);
  return await unpacked(await readFile(path, () => {}));
}

async function textOfStandardInput(): Promise<TextBytes> {
  const pieces: AsyncIterator<Uint8Array> = process.stdin[Symbol.asyncIterator]();
  const head = await joinedUpTo(pieces, TELLING_BYTES);
  const rest: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: () => pieces };
  if (mayHoldEvidence(head)) return await textOfPieces(head, rest);
  const more = await joinedUpTo(pieces, Number.POSITIVE_INFINITY);
  return await unpacked(Buffer.concat([head, more]));
}

/** The next pieces as one: as many as make up `enoughBytes`, or all that are left. */
async function joinedUpTo(
  pieces: AsyncIterator<Uint8Array>,
  enoughBytes: number,
): Promise<Uint8Array> {
  const taken: Uint8Array[] = [];
  let bytes = 0;
  while (bytes < enoughBytes) {
    const next = await pieces.next();
    if (next.done) break;
    taken.push(next.value);
    bytes += next.value.length;
  }
  return Buffer.concat(taken);
}

/** A text that is compressed more than once; throws ProfileFault for what is none. */
async function unpacked(file: Uint8Array): Promise<TextBytes> {
  const { bytes, format } = await readContent(file, () => {});
  if ('isSearched' in format) return { chunks: [bytes], totalBytes: bytes.length };
  if ('refusal' in format) throw new ProfileFault(format.refusal, format.advice);
  throw new ProfileFault('It is a profile, not a text.', 'See it with “allocscope top”.');
}
