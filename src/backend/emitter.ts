import type { HostEvent, HostEvents } from '../bridge/host.ts';

/** Listens to all events of the host. */
export type HostListener = <E extends HostEvent>(event: E, payload: HostEvents[E]) => void;

/** Hands events to whoever listens. */
export class Emitter {
  private readonly listeners = new Set<HostListener>();

  /** The result ends the listening. */
  listen(listener: HostListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  emit<E extends HostEvent>(event: E, payload: HostEvents[E]): void {
    for (const listener of this.listeners) listener(event, payload);
  }
}
