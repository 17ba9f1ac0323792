import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { EvidenceSide, EvidenceSides, OpenEvidence } from '../bridge/evidence-api.ts';
import { named } from '../engine/read-profile.ts';
import type { Session } from '../engine/session.ts';
import { textOfFile } from './read-evidence.ts';
import { asInput, InputError } from './read-input.ts';
import { UsageError } from './usage.ts';

/** A text that an export tells about, with the side that the command names for it; null where its name has to. */
export interface EvidenceFile {
  readonly file: string;
  readonly side: 'before' | 'after' | null;
}

/** The texts of both runs, open in a session under ids from `firstId` on. */
export interface EvidenceOfRuns {
  readonly texts: readonly OpenEvidence[];
  readonly sides: EvidenceSides;
}

/**
 * Opens the texts of an export: of two runs, or of a single one. Rejects with InputError for one that cannot be
 * read, with UsageError for one of two runs of which nothing says which.
 */
export async function openEvidence(
  session: Session,
  files: readonly EvidenceFile[],
  { firstId, isComparison }: { readonly firstId: number; readonly isComparison: boolean },
): Promise<EvidenceOfRuns> {
  const texts: OpenEvidence[] = [];
  for (const [at, file] of files.entries()) {
    texts.push(await openText(session, firstId + at, file, isComparison));
  }
  const idsOf = (wanted: EvidenceSide) =>
    texts.filter(({ side }) => side === wanted).map(({ id }) => id);
  return {
    texts,
    sides: { before: idsOf('before'), after: isComparison ? idsOf('after') : idsOf('run') },
  };
}

async function openText(
  session: Session,
  id: number,
  { file, side }: EvidenceFile,
  isComparison: boolean,
): Promise<OpenEvidence> {
  return await asInput(file, async (path) => {
    const name = basename(path);
    const { chunks, totalBytes } = await named({ name }, () => textOfFile(path));
    const hash = createHash('sha256');
    const source = { name, path, chunks: hashed(chunks, hash), totalBytes };
    const opened = await session.open(id, source, () => {});
    if (opened.kind !== 'evidence') throw new InputError(`${file}: it is a profile, not a text.`);
    const { suggestedSide } = opened.evidence;
    const told = side ?? suggestedSide;
    if (isComparison && told === null) {
      throw new UsageError(
        `--evidence: nothing says which run ${file} is about; use --evidence-before or --evidence-after.`,
      );
    }
    return {
      ...opened.evidence,
      sha256: hash.digest('hex'),
      side: isComparison ? (told ?? 'after') : 'run',
    };
  });
}

async function* hashed(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}
