import { createHash } from 'node:crypto';
import type { OpenedFile, OpenProgress } from '../bridge/engine-api.ts';
import type { OpenedContent } from '../engine/protocol.ts';
import type { EngineHost } from './engine-host.ts';
import { sha256OfFile } from './file-digest.ts';
import { readBeginning, readFile, TELLING_BYTES } from './read-file.ts';

/** A file to open: what it is called, where it is for people, and where it is read. */
export interface FileToOpen {
  readonly name: string;
  /** '' when only the bytes are known. */
  readonly shownPath: string;
  readonly file: string;
}

/** Whether a file is a text to be searched for evidence; false too where it cannot be read. */
export async function isText(engine: EngineHost, file: string): Promise<boolean> {
  try {
    const { head } = await readBeginning(file, TELLING_BYTES);
    return await engine.isSearched(head);
  } catch {
    return false;
  }
}

/**
 * Has the engine open a file under an id. A text is read by the engine itself, other files here, while it may still
 * be busy. Rejects with FileFault, as `EngineHost.open` does, and with what `report` throws.
 */
export async function handOver(
  engine: EngineHost,
  id: number,
  file: FileToOpen,
  report: (progress: OpenProgress) => void,
  signal: AbortSignal,
): Promise<OpenedFile> {
  const { head, fileBytes } = await readBeginning(file.file, TELLING_BYTES);
  return (await engine.isSearched(head))
    ? await handOverText(engine, id, { ...file, fileBytes }, report, signal)
    : await handOverBytes(engine, id, file, report, signal);
}

/** The same of a file that is no text: read as a whole, with its digest as it is read. */
export async function handOverBytes(
  engine: EngineHost,
  id: number,
  { name, shownPath, file }: FileToOpen,
  report: (progress: OpenProgress) => void,
  signal: AbortSignal,
): Promise<OpenedFile> {
  const hash = createHash('sha256');
  const bytes = await readFile(
    file,
    (done, total) => report({ phase: 'read', done, total }),
    (piece) => hash.update(piece),
  );
  const opened = await engine.open(id, { name, path: shownPath, bytes }, report, signal);
  return withDigest(opened, hash.digest('hex'));
}

/** The engine searches it while its digest is worked out here: both together take half as long again. */
async function handOverText(
  engine: EngineHost,
  id: number,
  { name, shownPath, file, fileBytes }: FileToOpen & { readonly fileBytes: number },
  report: (progress: OpenProgress) => void,
  signal: AbortSignal,
): Promise<OpenedFile> {
  const failed = new AbortController();
  const digest = sha256OfFile(file, fileBytes, {
    signal: AbortSignal.any([signal, failed.signal]),
  });
  // Whether it matters is known later.
  digest.catch(() => {});
  try {
    const text = { name, path: shownPath, file, fileBytes };
    return withDigest(await engine.open(id, text, report, signal), await digest);
  } catch (thrown) {
    failed.abort();
    engine.close(id);
    throw thrown;
  }
}

function withDigest(opened: OpenedContent, sha256: string): OpenedFile {
  return opened.kind === 'profile'
    ? { kind: 'profile', profile: { ...opened.profile, sha256 } }
    : { kind: 'evidence', evidence: { ...opened.evidence, sha256 } };
}
