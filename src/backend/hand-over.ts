import type { OpenedFile, OpenProgress } from '../bridge/engine-api.ts';
import type { TextFile } from '../engine/protocol.ts';
import type { EngineHost } from './engine-host.ts';
import { sha256OfFile } from './file-digest.ts';
import { readBeginning, readFile } from './read-file.ts';

/** A file to open: what it is called, where it is for people, and where it is read. */
export interface FileToOpen {
  readonly name: string;
  /** '' when only the bytes are known. */
  readonly shownPath: string;
  readonly file: string;
}

/** What it is told by whether a file is a text: if that is compressed with zstd, more than a block of it. */
const HEAD_BYTES = 1 << 18;

/** Whether a file is a text to be searched for evidence; false too where it cannot be read. */
export async function isText(engine: EngineHost, file: string): Promise<boolean> {
  try {
    const { head } = await readBeginning(file, HEAD_BYTES);
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
  { name, shownPath, file }: FileToOpen,
  report: (progress: OpenProgress) => void,
  signal: AbortSignal,
): Promise<OpenedFile> {
  const { head, fileBytes } = await readBeginning(file, HEAD_BYTES);
  if (await engine.isSearched(head)) {
    const text = { name, path: shownPath, file, fileBytes };
    return await searchFile(engine, id, text, report, signal);
  }
  const bytes = await readFile(file, (done, total) => report({ phase: 'read', done, total }));
  return await engine.open(id, { name, path: shownPath, bytes }, report, signal);
}

/** The engine searches it while its digest is worked out here: both together take half as long again. */
async function searchFile(
  engine: EngineHost,
  id: number,
  text: TextFile,
  report: (progress: OpenProgress) => void,
  signal: AbortSignal,
): Promise<OpenedFile> {
  const failed = new AbortController();
  const digest = sha256OfFile(text.file, text.fileBytes, {
    signal: AbortSignal.any([signal, failed.signal]),
  });
  // Whether it matters is known later.
  digest.catch(() => {});
  try {
    const opened = await engine.open(id, text, report, signal);
    if (opened.kind === 'profile') return opened;
    return { kind: 'evidence', evidence: { ...opened.evidence, sha256: await digest } };
  } catch (thrown) {
    failed.abort();
    engine.close(id);
    throw thrown;
  }
}
