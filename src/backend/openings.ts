import type { OpenProgress } from '../bridge/engine-api.ts';
import type { OpeningStarted } from '../bridge/host.ts';
import type { Emitter } from './emitter.ts';
import { EngineDied, EngineRefusal, OpeningCancelled } from './engine-host.ts';
import { cannotOpen } from './file-fault.ts';

/** An opening that is under way; it has the id that what it opens will have. */
export interface Opening extends OpeningStarted {
  readonly abort: AbortController;
}

const PROGRESS_INTERVAL_MS = 30;

/** The openings that are under way. What happens to them is told as events. */
export class Openings {
  private readonly emitter: Emitter;
  private readonly underWay = new Map<number, Opening>();
  private lastId = 0;

  constructor(emitter: Emitter) {
    this.emitter = emitter;
  }

  list(): OpeningStarted[] {
    return [...this.underWay.values()].map(({ opening, name }) => ({ opening, name }));
  }

  begin(name: string): Opening {
    const opening: Opening = { opening: ++this.lastId, name, abort: new AbortController() };
    this.underWay.set(opening.opening, opening);
    this.emitter.emit('openingStarted', { opening: opening.opening, name });
    return opening;
  }

  /** It is over; what it led to is told by whoever knows. False if it was cancelled, which has been told. */
  end({ opening }: Opening): boolean {
    return this.underWay.delete(opening);
  }

  /** Tells why it failed, unless it was cancelled. */
  fail(failed: Opening, thrown: unknown): void {
    if (!this.end(failed)) return;
    const { opening, name } = failed;
    this.emitter.emit('openingFailed', { opening, name, message: sentenceFor(name, thrown) });
  }

  /** Tells at once that it is cancelled; the work on it ends when it notices. */
  cancel(opening: number): void {
    const found = this.underWay.get(opening);
    if (found === undefined) return;
    found.abort.abort();
    this.end(found);
    this.emitter.emit('openingCancelled', { opening, name: found.name });
  }

  /** Ends all of them, of which nobody is told. */
  abandon(): void {
    for (const { abort } of this.underWay.values()) abort.abort();
    this.underWay.clear();
  }

  /** What tells how far it is: a new phase at once, and within a phase no more often than people can see. */
  reporter({ opening, name, abort }: Opening): (progress: OpenProgress) => void {
    let lastPhase = '';
    let lastTime = 0;
    return (progress) => {
      if (abort.signal.aborted) throw new OpeningCancelled();
      const now = performance.now();
      if (progress.phase === lastPhase && now - lastTime < PROGRESS_INTERVAL_MS) return;
      lastPhase = progress.phase;
      lastTime = now;
      this.emitter.emit('openingProgress', { opening, name, ...progress });
    };
  }
}

function sentenceFor(name: string, thrown: unknown): string {
  // The engine names the file by itself.
  if (thrown instanceof EngineRefusal) return thrown.message;
  if (thrown instanceof EngineDied) {
    return cannotOpen(name, `${thrown.message} Try it with no other profile open.`);
  }
  return cannotOpen(name, thrown instanceof Error ? thrown.message : String(thrown));
}
