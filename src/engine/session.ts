import type {
  EngineMethod,
  EngineParams,
  EngineResult,
  ProfileSummary,
} from '../bridge/engine-api.ts';
import type { ReportProgress } from '../core/profile/progress.ts';
import { answers } from './answers.ts';
import { OpenProfile } from './open-profile.ts';
import { type OpenSource, readProfile } from './read-profile.ts';
import { summarise } from './summary.ts';

/** The open profiles, and the answers to questions about them. Knows no thread and no file system. */
export class Session {
  private readonly profiles = new Map<number, OpenProfile>();

  /**
   * Opens a profile under an id that the caller chooses. Rejects with ProfileFault for a bad file, with
   * `Cancelled` if `report` throws that; an id that is open already is replaced.
   */
  async open(
    id: number,
    source: OpenSource,
    report: ReportProgress,
  ): Promise<Omit<ProfileSummary, 'sha256'>> {
    const profile = await readProfile(source, report);
    this.profiles.set(id, new OpenProfile(profile));
    return summarise(id, source, profile);
  }

  close(id: number): void {
    this.profiles.delete(id);
  }

  /** Answers a question. Throws Error with a sentence when the profile is not open. */
  answer<M extends EngineMethod>(method: M, params: EngineParams<M>): EngineResult<M> {
    const id = 'view' in params ? params.view.profile : params.profile;
    const open = this.profiles.get(id);
    if (open === undefined) throw new Error('That profile is not open any more.');
    return answers[method](open, params);
  }
}
