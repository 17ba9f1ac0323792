import { Worker } from 'node:worker_threads';
import type { EngineMethod, EngineParams } from '../bridge/engine-api.ts';
import type { ExportPiece, ExportProgress } from '../bridge/export-api.ts';
import type { ExportStart, FromExport, ToExport } from '../export/protocol.ts';
import { deathSentence, threadLimits } from './thread.ts';

/** The export was cancelled. */
export class ExportCancelled extends Error {
  override readonly name = 'ExportCancelled';
}

interface ExportSurroundings {
  /** Asks the engine. */
  readonly ask: (method: EngineMethod, params: EngineParams<EngineMethod>) => Promise<unknown>;
  readonly onProgress: (progress: ExportProgress) => void;
  /** Ends the export, wherever it is. */
  readonly signal: AbortSignal;
}

/** Whoever waits for a piece; null for none more. */
interface Waiting {
  readonly resolve: (piece: ExportPiece | null) => void;
  readonly reject: (error: Error) => void;
}

const PART = 'The part of Allocscope that makes exports';

/**
 * Makes an export on a thread of its own, one piece each time that it is asked for one. Fails with a
 * sentence when it cannot be made or the thread dies, and with ExportCancelled.
 */
export async function* makeOnThread(
  workerFile: string,
  start: ExportStart,
  { ask, onProgress, signal }: ExportSurroundings,
): AsyncGenerator<ExportPiece> {
  if (signal.aborted) throw new ExportCancelled();
  const worker = new Worker(workerFile, {
    name: 'export',
    workerData: start,
    resourceLimits: threadLimits(),
  });
  const send = (message: ToExport) => worker.postMessage(message);
  let failure: Error | null = null;
  let waiting: Waiting | null = null;
  const fail = (error: Error) => {
    failure ??= error;
    waiting?.reject(failure);
  };
  const cancel = () => fail(new ExportCancelled());
  signal.addEventListener('abort', cancel);
  worker.on('error', (error) =>
    fail(new Error(`${deathSentence(PART, error)} Export less at a time, and try again.`)),
  );
  worker.on('exit', () => fail(new Error(`${PART} stopped. Try again.`)));
  worker.on('message', (message: FromExport) => {
    switch (message.kind) {
      case 'ask': {
        const { question, method, params } = message;
        ask(method, params as EngineParams<EngineMethod>).then(
          (result) => send({ kind: 'answer', question, result }),
          (thrown: Error) => send({ kind: 'refusal', question, message: thrown.message }),
        );
        break;
      }
      case 'progress':
        onProgress(message.progress);
        break;
      case 'piece':
        waiting?.resolve(message.piece);
        break;
      case 'done':
        waiting?.resolve(null);
        break;
      case 'failed':
        fail(new Error(message.message));
    }
  });
  try {
    while (true) {
      const piece = await new Promise<ExportPiece | null>((resolve, reject) => {
        waiting = { resolve, reject };
        if (failure !== null) reject(failure);
        else send({ kind: 'next' });
      });
      waiting = null;
      if (piece === null) return;
      yield piece;
    }
  } finally {
    waiting = null;
    signal.removeEventListener('abort', cancel);
    await worker.terminate();
  }
}
