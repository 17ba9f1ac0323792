import type { FrameColumns, FramesOf } from '../../bridge/engine-api.ts';
import { FrameTexts } from '../../words/frame-texts.ts';

/** Fetches the frames of each profile, or of each two that are compared, and granularity once. */
export class FramesCache {
  private readonly known = new Map<string, Promise<FrameTexts>>();
  private readonly fetch: (of: FramesOf) => Promise<FrameColumns>;

  constructor(fetch: (of: FramesOf) => Promise<FrameColumns>) {
    this.fetch = fetch;
  }

  /** The frames that ids of this profile, granularity and inlines refer to. */
  get(of: FramesOf): Promise<FrameTexts> {
    const key = keyOf(of);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const { profile, granularity, inlines } = of;
    const base = of.base && { profile: of.base.profile, rules: of.base.rules };
    const fetched = this.fetch({ profile, granularity, inlines, base }).then(
      (columns) => new FrameTexts(columns),
    );
    this.known.set(key, fetched);
    fetched.catch(() => this.known.delete(key));
    return fetched;
  }

  /** Forgets the frames of a profile that is closed. */
  forget(profile: number): void {
    for (const key of this.known.keys()) {
      if (key.split(' ', 2).includes(`${profile}`)) this.known.delete(key);
    }
  }
}

const keyOf = ({ profile, granularity, inlines, base }: FramesOf) =>
  `${profile} ${base?.profile} ${granularity} ${inlines} ${JSON.stringify(base?.rules)}`;
