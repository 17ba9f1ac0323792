import type { EngineParams, FrameColumns } from '../../bridge/engine-api.ts';
import { FrameTexts } from './frame-texts.ts';

type FramesOf = EngineParams<'frames'>;

/** Fetches the frames of each profile and granularity once. */
export class FramesCache {
  private readonly known = new Map<string, Promise<FrameTexts>>();
  private readonly fetch: (of: FramesOf) => Promise<FrameColumns>;

  constructor(fetch: (of: FramesOf) => Promise<FrameColumns>) {
    this.fetch = fetch;
  }

  /** The frames that ids of this profile, granularity and inlines refer to. */
  get({ profile, granularity, inlines }: FramesOf): Promise<FrameTexts> {
    const key = keyOf({ profile, granularity, inlines });
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const fetched = this.fetch({ profile, granularity, inlines }).then(
      (columns) => new FrameTexts(columns),
    );
    this.known.set(key, fetched);
    fetched.catch(() => this.known.delete(key));
    return fetched;
  }

  /** Forgets the frames of a profile that is closed. */
  forget(profile: number): void {
    for (const key of this.known.keys()) {
      if (key.startsWith(`${profile} `)) this.known.delete(key);
    }
  }
}

const keyOf = ({ profile, granularity, inlines }: FramesOf) =>
  `${profile} ${granularity} ${inlines}`;
