import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { readBeginning, readFile } from '../backend/read-file.ts';
import type { EvidenceKind } from '../bridge/evidence-api.ts';
import { ProfileFault } from '../core/profile/fault.ts';
import { mayHoldEvidence } from '../engine/evidence/may-hold-evidence.ts';
import {
  type FoundEvidence,
  readEvidence,
  type TextSource,
} from '../engine/evidence/read-evidence.ts';
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

/**
 * Searches a file for evidence, as a stream unless it is compressed. Rejects with InputError where there is
 * none of the kind that is wanted.
 */
export async function readEvidenceOf(file: string, wanted: WantedEvidence): Promise<EvidenceInput> {
  return await asInput(file, async (path) => {
    const name = basename(path);
    return await named({ name }, async () => {
      const found = await searched(path);
      if (found?.findings.some(({ kind }) => kind === wanted.kind)) return { name, ...found };
      const held = found === null ? '' : `, but ${found.findings.map(findingWords).join(', ')}`;
      throw new ProfileFault(`There is no ${wanted.what} in it${held}.`, wanted.advice);
    });
  });
}

/** What a file is told by. */
const HEAD_BYTES = 1 << 16;

/** Null where nothing is found. */
async function searched(path: string): Promise<FoundEvidence | null> {
  const { head, fileBytes } = await readBeginning(path, HEAD_BYTES);
  const text = mayHoldEvidence(head)
    ? { chunks: createReadStream(path), totalBytes: fileBytes }
    : await unpacked(path);
  return await readEvidence(text, () => {}).catch((thrown: unknown) => {
    if (thrown instanceof ProfileFault) return null;
    throw thrown;
  });
}

async function unpacked(path: string): Promise<Pick<TextSource, 'chunks' | 'totalBytes'>> {
  const { bytes, format } = await readContent(await readFile(path, () => {}), () => {});
  if ('isSearched' in format) return { chunks: [bytes], totalBytes: bytes.length };
  if ('refusal' in format) throw new ProfileFault(format.refusal, format.advice);
  throw new ProfileFault('It is a profile, not a text.', 'See it with “allocscope top”.');
}
