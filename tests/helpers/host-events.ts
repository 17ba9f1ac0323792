import type { HostEvent, HostEvents } from '../../src/bridge/host.ts';

type Listen = (listener: (event: HostEvent, payload: unknown) => void) => () => void;

/** The events of a host, remembered, so that a test can wait for one that has come already. */
export class EventLog {
  readonly events: { readonly event: HostEvent; readonly payload: unknown }[] = [];
  private readonly waiting = new Set<() => void>();

  constructor(listen: Listen) {
    listen((event, payload) => {
      this.events.push({ event, payload });
      for (const look of this.waiting) look();
    });
  }

  all<E extends HostEvent>(event: E): HostEvents[E][] {
    return this.events
      .filter((logged) => logged.event === event)
      .map(({ payload }) => payload as HostEvents[E]);
  }

  /** The first event of a kind that fits, whether it has come already or will. */
  next<E extends HostEvent>(
    event: E,
    fits: (payload: HostEvents[E]) => boolean = () => true,
  ): Promise<HostEvents[E]> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.all(event).find(fits);
        if (found === undefined) return;
        this.waiting.delete(look);
        resolve(found);
      };
      this.waiting.add(look);
      look();
    });
  }
}
