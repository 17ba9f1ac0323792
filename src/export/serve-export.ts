import type { EngineMethod, EngineParams, EngineResult } from '../bridge/engine-api.ts';
import { failureSentence } from './failure.ts';
import type { makeExport } from './make-export.ts';
import type { ExportStart, FromExport, ToExport } from './protocol.ts';
import { rarely } from './rarely.ts';
import type { ExportTools } from './tools.ts';

/** The end of a thread that its host is at the other end of, as Node has it. */
export interface HostPort {
  postMessage(message: FromExport, transfer?: readonly ArrayBuffer[]): void;
  on(event: 'message', listener: (message: ToExport) => void): unknown;
}

/** Makes one export behind messages, piece by piece as the host asks for them. */
export function serveExport(make: typeof makeExport, start: ExportStart, port: HostPort): void {
  const { request, fileName, profiles, evidence, version, nowMillis } = start;
  const questions = new Questions(port);
  const tools: ExportTools = {
    ask: (method, params) => questions.ask(method, params),
    profile(id) {
      const found = profiles.find((profile) => profile.id === id);
      if (found === undefined) throw new Error('That profile is not open any more.');
      return found;
    },
    evidence,
    report: rarely((progress) => port.postMessage({ kind: 'progress', progress })),
    version,
    nowMillis,
  };
  const pieces = make(request, fileName, tools);
  const advance = async () => {
    try {
      const { done, value } = await pieces.next();
      if (done) return port.postMessage({ kind: 'done' });
      // A copy of its own: a piece may be a part of something larger, or be used on by its maker.
      const bytes = value.bytes.slice();
      port.postMessage({ kind: 'piece', piece: { file: value.file, bytes } }, [bytes.buffer]);
    } catch (thrown) {
      port.postMessage({ kind: 'failed', message: failureSentence(thrown) });
    }
  };
  port.on('message', (message) => {
    if (message.kind === 'next') void advance();
    else questions.settle(message);
  });
}

type Answer = Exclude<ToExport, { kind: 'next' }>;

/** Questions to the engine, numbered, that wait for their answers. */
class Questions {
  private readonly port: HostPort;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private last = 0;

  constructor(port: HostPort) {
    this.port = port;
  }

  ask<M extends EngineMethod>(method: M, params: EngineParams<M>): Promise<EngineResult<M>> {
    const question = ++this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(question, (answer) => {
        if (answer.kind === 'answer') resolve(answer.result as EngineResult<M>);
        else reject(new Error(answer.message));
      });
      this.port.postMessage({ kind: 'ask', question, method, params });
    });
  }

  settle(answer: Answer): void {
    this.waiting.get(answer.question)?.(answer);
    this.waiting.delete(answer.question);
  }
}
