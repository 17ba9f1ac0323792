import type { HostEvent, HostEvents } from '../bridge/host.ts';
import type { Emitter } from './emitter.ts';

/**
 * Keeps what happened to files named on the command line until there is a page to tell. The answer to `hello` says
 * what is open and what is still opening; of failures and of investigations only these events tell.
 */
export class UnheardEvents {
  private readonly emitter: Emitter;
  /** Each of them emits one event again; null from the first page on, which hears events itself. */
  private untold: (() => void)[] | null = [];

  constructor(emitter: Emitter) {
    this.emitter = emitter;
    emitter.listen((event, payload) => {
      if (event === 'openingFailed' || event === 'investigationOpened') this.keep(event, payload);
    });
  }

  /** Emits them once the answer to `hello` that is being made is on its way. */
  tellSoon(): void {
    const untold = this.untold ?? [];
    this.untold = null;
    setImmediate(() => {
      for (const tell of untold) tell();
    });
  }

  private keep<E extends HostEvent>(event: E, payload: HostEvents[E]): void {
    this.untold?.push(() => this.emitter.emit(event, payload));
  }
}
