import type { FrameColumns, FramesOf } from '../../bridge/frames-api.ts';
import { FrameTexts } from '../../words/frame-texts.ts';

/** Fetches the frames of each profile, or of each two that are compared, and granularity once. */
export class FramesCache {
  private readonly asked = new Map<string, Promise<FrameTexts>>();
  private readonly fetched = new Map<string, FrameTexts>();
  private readonly fetch: (of: FramesOf) => Promise<FrameColumns>;

  constructor(fetch: (of: FramesOf) => Promise<FrameColumns>) {
    this.fetch = fetch;
  }

  /** The frames that ids of this profile, granularity and inlines refer to. */
  get(of: FramesOf): Promise<FrameTexts> {
    const key = keyOf(of);
    const asked = this.asked.get(key);
    if (asked !== undefined) return asked;
    const { profile, granularity, inlines } = of;
    const base = of.base && { profile: of.base.profile, rules: of.base.rules };
    const frames = this.fetch({ profile, granularity, inlines, base }).then(
      (columns) => new FrameTexts(columns),
    );
    this.asked.set(key, frames);
    frames.then(
      (texts) => {
        if (this.asked.get(key) === frames) this.fetched.set(key, texts);
      },
      () => this.asked.delete(key),
    );
    return frames;
  }

  /** The same if they are there already; else null. */
  known(of: FramesOf): FrameTexts | null {
    return this.fetched.get(keyOf(of)) ?? null;
  }

  /** Forgets the frames of a profile that is closed. */
  forget(profile: number): void {
    for (const key of this.asked.keys()) {
      if (!key.split(' ', 2).includes(`${profile}`)) continue;
      this.asked.delete(key);
      this.fetched.delete(key);
    }
  }
}

const keyOf = ({ profile, granularity, inlines, base }: FramesOf) =>
  `${profile} ${base?.profile} ${granularity} ${inlines} ${JSON.stringify(base?.rules)}`;
