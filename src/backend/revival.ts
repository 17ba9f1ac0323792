import { EngineDied } from './engine-host.ts';

/** What the revival works on: profiles by their ids. */
export interface Revivable {
  /** The profiles that are to be open. */
  ids(): number[];
  /** Reads one again under its id. Rejects with EngineDied when the engine died of it. */
  reopen(profile: number): Promise<void>;
  /** Gives one up; the result is its name. */
  giveUp(profile: number): Promise<string>;
  /** Told when it is over, with a sentence for people. */
  revived(message: string): void;
}

/** An engine that dies so often within a minute is not given its profiles back. */
const MAX_DEATHS = 3;
const MINUTE_MS = 60_000;

/** Brings the profiles of a dead engine back. */
export class Revival {
  /** Resolves when no profile waits to be brought back. */
  over: Promise<void> = Promise.resolve();
  private readonly profiles: Revivable;
  private readonly deaths: number[] = [];
  private isUnderWay = false;

  constructor(profiles: Revivable) {
    this.profiles = profiles;
  }

  /** To be called when the engine died; while profiles are brought back already, `reopen` tells that. */
  begin(reason: string): void {
    const now = performance.now();
    this.deaths.push(now);
    if (this.isUnderWay) return;
    this.isUnderWay = true;
    this.over = this.reviveAll(reason).finally(() => {
      this.isUnderWay = false;
    });
  }

  private async reviveAll(reason: string): Promise<void> {
    const lost: string[] = [];
    let waiting = this.profiles.ids();
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      try {
        if (this.isHopeless()) throw new EngineDied(reason);
        await this.profiles.reopen(id);
      } catch (thrown) {
        lost.push(await this.profiles.giveUp(id));
        // It took those with it that were open again already.
        if (thrown instanceof EngineDied) waiting = this.profiles.ids();
      }
    }
    this.profiles.revived(`${reason} ${outcome(lost)}`);
  }

  private isHopeless(): boolean {
    const since = performance.now() - MINUTE_MS;
    return this.deaths.filter((time) => time > since).length > MAX_DEATHS;
  }
}

function outcome(lost: readonly string[]): string {
  if (lost.length === 0) return 'It was started again, and all profiles are open as before.';
  const names = lost.map((name) => `“${name}”`).join(', ');
  return `It was started again, but had to close ${names}: open what is missing again, one by one.`;
}
