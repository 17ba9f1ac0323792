import { open, stat } from 'node:fs/promises';
import { INVESTIGATION_HEAD_BYTES, isInvestigation } from '../../core/investigation/recognise.ts';
import type { Bytes } from '../spill-folder.ts';

/** Whether a file is an investigation, by its beginning; false too where it cannot be read. */
export async function isInvestigationFile(path: string): Promise<boolean> {
  try {
    if (!(await stat(path)).isFile()) return false;
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(INVESTIGATION_HEAD_BYTES), 0);
      return isInvestigation(buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}

/** Looks at the beginning of bytes that arrive; the result has them all again, and fails as they would. */
export async function peekBytes(
  bytes: Bytes,
): Promise<{ readonly isInvestigation: boolean; readonly bytes: AsyncIterable<Uint8Array> }> {
  const rest = toAsync(bytes);
  const head: Uint8Array[] = [];
  let length = 0;
  let failure: { readonly thrown: unknown } | null = null;
  try {
    while (length < INVESTIGATION_HEAD_BYTES) {
      const { done, value } = await rest.next();
      if (done) break;
      head.push(value);
      length += value.length;
    }
  } catch (thrown) {
    failure = { thrown };
  }
  return { isInvestigation: isInvestigation(Buffer.concat(head)), bytes: again() };

  async function* again(): AsyncGenerator<Uint8Array> {
    try {
      yield* head;
      if (failure !== null) throw failure.thrown;
      yield* rest;
    } finally {
      await rest.return(undefined);
    }
  }
}

async function* toAsync(bytes: Bytes): AsyncGenerator<Uint8Array> {
  yield* bytes;
}
