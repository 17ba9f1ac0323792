import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { appVersion } from '../backend/app-files.ts';
import { saveFiles } from '../backend/save-files.ts';
import type { ProfileSummary } from '../bridge/engine-api.ts';
import type { ExportPiece, ExportProgress } from '../bridge/export-api.ts';
import { Session } from '../engine/session.ts';
import { failureSentence } from '../export/failure.ts';
import { makeExport } from '../export/make-export.ts';
import type { ExportTools } from '../export/tools.ts';
import { openEvidence } from './export-evidence.ts';
import { type ExportOptions, parseExportOptions } from './export-options.ts';
import { exportRequest } from './export-request.ts';
import { refuseNames, refuseOccupied, savedOrSaid } from './out-file.ts';
import { InputError, ofSide, openInput } from './read-input.ts';
import { UsageError } from './usage.ts';

/**
 * `allocscope export`: makes the files. The result is what goes to standard output, nothing where a file was
 * asked for. `report` is told how far it is.
 */
export async function exportFiles(
  args: string[],
  report: (progress: ExportProgress) => void,
): Promise<Uint8Array> {
  const options = parseExportOptions(args);
  const { to } = options;
  // What cannot be saved in the end is told of before anything is worked out.
  if (to !== null) await refuseOccupied(to, options.isForced);
  const notes = options.notesFile === null ? '' : await readNotes(options.notesFile);
  const session = new Session();
  const profiles = await openFiles(session, options.files);
  const evidence = await openEvidence(session, options.evidence, {
    firstId: profiles.length + 1,
    isComparison: profiles.length > 1,
  });
  const parts = { notes, evidence: evidence.sides };
  const request = exportRequest(options, session, profiles, parts);
  const tools: ExportTools = {
    ask: async (method, params) => session.answer(method, params),
    profile(id) {
      const found = profiles.find((profile) => profile.id === id);
      if (found === undefined) throw new Error('That profile is not open.');
      return found;
    },
    evidence: evidence.texts,
    report,
    version: appVersion(),
    nowMillis: nowMillis(),
  };
  const pieces = explained(makeExport(request, basename(to ?? STANDARD_NAME), tools));
  if (to === null) return await oneFile(pieces);
  await savedOrSaid(() =>
    saveFiles(resolve(to), pieces, {
      mayReplace: (names) => options.isForced || refuseNames(names),
    }),
  );
  return new Uint8Array();
}

/** What a file is called that goes to standard output, should anything in it tell. */
const STANDARD_NAME = 'standard output';

/** Now; or, so that a build can be repeated to the byte, the second that SOURCE_DATE_EPOCH says. */
function nowMillis(): number {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  return epoch !== undefined && /^\d{1,11}$/.test(epoch) ? Number(epoch) * 1000 : Date.now();
}

async function openFiles(
  session: Session,
  files: ExportOptions['files'],
): Promise<ProfileSummary[]> {
  const open = (id: number, file: string) =>
    openInput(file, async (source): Promise<ProfileSummary> => {
      const sha256 = createHash('sha256').update(source.bytes).digest('hex');
      return { ...(await session.openProfile(id, source, () => {})), sha256 };
    });
  const [first, second] = files;
  if (second === undefined) return [await open(1, first)];
  return [await ofSide('Before', open(1, first)), await ofSide('After', open(2, second))];
}

async function readNotes(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    throw new InputError(`${file}: these notes cannot be read (${code}).`, { cause: thrown });
  }
}

/** Has what cannot be made told as a sentence. */
async function* explained(pieces: AsyncIterable<ExportPiece>): AsyncGenerator<ExportPiece> {
  try {
    yield* pieces;
  } catch (thrown) {
    throw new InputError(failureSentence(thrown), { cause: thrown });
  }
}

async function oneFile(pieces: AsyncIterable<ExportPiece>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let name: string | null = null;
  for await (const { file, bytes } of pieces) {
    name ??= file;
    if (file !== name) {
      throw new UsageError('--to -: it makes several files, which standard output cannot take.');
    }
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}
