import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import type { EngineMethod, EngineParams, OpenedFile } from '../bridge/engine-api.ts';
import { ProfileFault } from '../core/profile/fault.ts';
import { Cancelled, type Phase, type ReportProgress } from '../core/profile/progress.ts';
import { mayHoldEvidence } from './evidence/may-hold-evidence.ts';
import { textFile } from './evidence/text-file.ts';
import type {
  EngineReply,
  EngineRequest,
  OpenRequest,
  QueryRequest,
  TextFile,
} from './protocol.ts';
import type { OpenSource } from './read-profile.ts';
import { type OpenedContent, Session } from './session.ts';

/*
 * The entry of the engine's thread: a session behind messages. Results are cloned rather than
 * transferred, because the session keeps some of their columns; the largest, the names of 100,000
 * frames, takes about 5 ms to clone.
 */

const PROGRESS_INTERVAL_MS = 30;

/** What Web Crypto takes at once. */
const MAX_DIGEST_BYTES = 2 ** 31 - 1;

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

async function open(request: OpenRequest): Promise<OpenedFile> {
  const { profile, source } = request;
  const report = progressReporter(request);
  try {
    return await ('file' in source
      ? openText(profile, source, report)
      : openBytes(profile, source, report));
  } catch (thrown) {
    if (thrown instanceof ProfileFault || thrown instanceof Cancelled) throw thrown;
    throw new Error(`${source.name} cannot be opened. ${unexpected(thrown)}`, { cause: thrown });
  }
}

async function openBytes(
  id: number,
  source: OpenSource,
  report: ReportProgress,
): Promise<OpenedFile> {
  // The opening first: its file is inflated on another thread while the digest takes its copy.
  const [content, sha256] = await Promise.all([
    session.open(id, source, report),
    sha256Of(source.bytes),
  ]);
  return withDigest(content, sha256);
}

/** Its digest is the host's to work out. */
async function openText(
  id: number,
  { name, path, file, fileBytes }: TextFile,
  report: ReportProgress,
): Promise<OpenedFile> {
  const text = await textFile(file, fileBytes);
  return withDigest(await session.open(id, { name, path, ...text }, report), '');
}

function withDigest(content: OpenedContent, sha256: string): OpenedFile {
  return content.kind === 'profile'
    ? { kind: 'profile', profile: { ...content.profile, sha256 } }
    : { kind: 'evidence', evidence: { ...content.evidence, sha256 } };
}

/** In hexadecimal. Worked out on a thread of its own, unless there are too many bytes for that. */
async function sha256Of(bytes: Uint8Array): Promise<string> {
  if (bytes.length > MAX_DIGEST_BYTES) return createHash('sha256').update(bytes).digest('hex');
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Buffer.from(digest).toString('hex');
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
