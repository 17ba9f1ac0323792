import { parentPort } from 'node:worker_threads';
import type { EngineMethod, EngineParams } from '../bridge/engine-api.ts';
import { ProfileFault } from '../core/profile/fault.ts';
import { Cancelled, type Phase, type ReportProgress } from '../core/profile/progress.ts';
import { mayHoldEvidence } from './evidence/may-hold-evidence.ts';
import { textFile } from './evidence/text-file.ts';
import type {
  EngineReply,
  EngineRequest,
  OpenedContent,
  OpenRequest,
  QueryRequest,
} from './protocol.ts';
import { Session } from './session.ts';

/*
 * The entry of the engine's thread: a session behind messages. Results are cloned rather than
 * transferred, because the session keeps some of their columns; the largest, the names of 100,000
 * frames, takes about 5 ms to clone.
 */

const PROGRESS_INTERVAL_MS = 30;

const session = new Session();

parentPort?.on('message', (message: EngineRequest) => {
  switch (message.kind) {
    case 'open':
      void reply(message.request, () => open(message));
      break;
    case 'query':
      void reply(message.request, () => answer(message));
      break;
    case 'recognise':
      void reply(message.request, () => mayHoldEvidence(message.head));
      break;
    case 'close':
      session.close(message.profile);
  }
});

async function reply(request: number, work: () => unknown): Promise<void> {
  try {
    post({ kind: 'done', request, result: await work() });
  } catch (thrown) {
    post({
      kind: 'failed',
      request,
      isCancelled: thrown instanceof Cancelled,
      message: thrown instanceof Error ? thrown.message : String(thrown),
    });
  }
}

async function open(request: OpenRequest): Promise<OpenedContent> {
  const { profile, source } = request;
  try {
    const opened =
      'file' in source ? { ...source, ...(await textFile(source.file, source.fileBytes)) } : source;
    return await session.open(profile, opened, progressReporter(request));
  } catch (thrown) {
    if (thrown instanceof ProfileFault || thrown instanceof Cancelled) throw thrown;
    throw new Error(`${source.name} cannot be opened. ${unexpected(thrown)}`, { cause: thrown });
  }
}

function answer({ method, params }: QueryRequest): unknown {
  return session.answer(method, params as EngineParams<EngineMethod>);
}

/** Reports a new phase at once, and within a phase no more often than people can see. */
function progressReporter({ request, cancelFlag }: OpenRequest): ReportProgress {
  const flag = new Int32Array(cancelFlag);
  let lastPhase: Phase | null = null;
  let lastTime = 0;
  return (phase, done, total) => {
    if (Atomics.load(flag, 0) !== 0) throw new Cancelled();
    const now = performance.now();
    if (phase === lastPhase && now - lastTime < PROGRESS_INTERVAL_MS) return;
    lastPhase = phase;
    lastTime = now;
    post({ kind: 'progress', request, phase, done, total });
  };
}

/** About something that no file should be able to bring about. */
function unexpected(thrown: unknown): string {
  // What a typed array that is too large for the machine fails with.
  if (thrown instanceof RangeError && /allocation failed|array length/i.test(thrown.message)) {
    return 'There is not enough memory for it: close other profiles or programs and try again.';
  }
  return `Allocscope failed at it, which is a defect of Allocscope: please report it (${thrown}).`;
}

function post(message: EngineReply): void {
  parentPort?.postMessage(message);
}
