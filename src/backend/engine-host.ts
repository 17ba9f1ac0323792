import { Worker } from 'node:worker_threads';
import type { OpenProgress } from '../bridge/engine-api.ts';
import type { EngineReply, EngineRequest, OpenedContent, TextFile } from '../engine/protocol.ts';
import type { OpenSource } from '../engine/read-profile.ts';
import { deathSentence, threadLimits } from './thread.ts';

/** The engine refused: `message` is a sentence for people. */
export class EngineRefusal extends Error {
  override readonly name = 'EngineRefusal';
}

/** The engine's thread ended while it worked on the request. */
export class EngineDied extends Error {
  override readonly name = 'EngineDied';
}

/** The opening was cancelled. */
export class OpeningCancelled extends Error {
  override readonly name = 'OpeningCancelled';
}

/** Told why the engine died, in a sentence. All profiles that it held are gone. */
export type EngineDeathListener = (reason: string) => void;

/**
 * The engine's thread, started when it is first needed, if not before, and again after it died.
 * Requests are numbered and find their answers by that.
 */
export class EngineHost {
  private readonly workerFile: string;
  private readonly onDeath: EngineDeathListener;
  private thread: EngineThread | null = null;

  constructor(workerFile: string, onDeath: EngineDeathListener) {
    this.workerFile = workerFile;
    this.onDeath = onDeath;
  }

  /** Starts the thread, so that the first profile need not wait for it. */
  start(): void {
    this.running();
  }

  /** Whether a file that begins so is a text to be searched for evidence. Rejects with EngineDied. */
  async isSearched(head: Uint8Array): Promise<boolean> {
    return (await this.running().ask((request) => ({
      kind: 'recognise',
      request,
      head,
    }))) as boolean;
  }

  /**
   * Opens a file, taking over its bytes. Rejects with EngineRefusal, EngineDied, or OpeningCancelled
   * some time after `signal` aborts.
   */
  async open(
    profile: number,
    source: OpenSource | TextFile,
    onProgress: (progress: OpenProgress) => void,
    signal: AbortSignal,
  ): Promise<OpenedContent> {
    if (signal.aborted) throw new OpeningCancelled();
    const cancelFlag = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    const cancel = () => Atomics.store(new Int32Array(cancelFlag), 0, 1);
    signal.addEventListener('abort', cancel, { once: true });
    try {
      const opened = await this.running().ask(
        (request) => ({ kind: 'open', request, profile, source, cancelFlag }),
        'bytes' in source ? [source.bytes.buffer as ArrayBuffer] : [],
        onProgress,
      );
      if (signal.aborted) {
        // It was through before it looked at the flag.
        this.close(profile);
        throw new OpeningCancelled();
      }
      return opened as OpenedContent;
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  }

  /** Asks a question about an open profile. Rejects with EngineRefusal or EngineDied. */
  query(method: EngineQuery['method'], params: unknown): Promise<unknown> {
    return this.running().ask((request) => ({ kind: 'query', request, method, params }));
  }

  close(profile: number): void {
    this.thread?.send({ kind: 'close', profile });
  }

  /** Ends the thread; what is pending is rejected. */
  async dispose(): Promise<void> {
    const { thread } = this;
    this.thread = null;
    await thread?.terminate();
  }

  private running(): EngineThread {
    this.thread ??= new EngineThread(this.workerFile, (thread, reason) => {
      if (this.thread !== thread) return;
      this.thread = null;
      this.onDeath(reason);
    });
    return this.thread;
  }
}

type EngineQuery = Extract<EngineRequest, { kind: 'query' }>;

/** A question that waits for its answer. */
interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: (progress: OpenProgress) => void;
}

const PART = 'The part of Allocscope that reads profiles';

/** One life of the thread. */
class EngineThread {
  private readonly worker: Worker;
  private readonly pending = new Map<number, Pending>();
  private lastRequest = 0;
  private isDead = false;

  constructor(file: string, onDeath: (thread: EngineThread, reason: string) => void) {
    this.worker = new Worker(file, {
      name: 'engine',
      resourceLimits: threadLimits(),
    });
    const die = (reason: string) => {
      if (this.isDead) return;
      this.isDead = true;
      // First the listener, which may have to mend things before those who asked are told.
      onDeath(this, reason);
      for (const { reject } of this.pending.values()) reject(new EngineDied(reason));
      this.pending.clear();
    };
    this.worker.on('message', (message: EngineReply) => this.receive(message));
    this.worker.on('error', (error) => die(deathSentence(PART, error)));
    this.worker.on('exit', () => die(`${PART} stopped.`));
  }

  ask(
    request: (number: number) => EngineRequest,
    transfer: ArrayBuffer[] = [],
    onProgress: Pending['onProgress'] = () => {},
  ): Promise<unknown> {
    const number = ++this.lastRequest;
    return new Promise((resolve, reject) => {
      this.pending.set(number, { resolve, reject, onProgress });
      this.worker.postMessage(request(number), transfer);
    });
  }

  send(message: EngineRequest): void {
    this.worker.postMessage(message);
  }

  async terminate(): Promise<void> {
    await this.worker.terminate();
  }

  private receive(message: EngineReply): void {
    const pending = this.pending.get(message.request);
    if (pending === undefined) return;
    if (message.kind === 'progress') {
      const { phase, done, total } = message;
      pending.onProgress({ phase, done, total });
      return;
    }
    this.pending.delete(message.request);
    if (message.kind === 'done') pending.resolve(message.result);
    else if (message.isCancelled) pending.reject(new OpeningCancelled());
    else pending.reject(new EngineRefusal(message.message));
  }
}
