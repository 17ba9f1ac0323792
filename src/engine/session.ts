import type {
  EngineMethod,
  EngineParams,
  EngineResult,
  ProfileSummary,
} from '../bridge/engine-api.ts';
import { type ProfileFacts, suggestBefore } from '../core/analysis/comparison/suggest-order.ts';
import type { ReportProgress } from '../core/profile/progress.ts';
import { sharedAnswers } from './answers.ts';
import { comparisonAnswers, summariseComparison } from './comparison-answers.ts';
import { exportAnswers } from './export-answers.ts';
import { baseOf, OpenComparison } from './open-comparison.ts';
import { OpenProfile } from './open-profile.ts';
import { type OpenSource, readProfile } from './read-profile.ts';
import { RecentlyUsed } from './recently-used.ts';
import { summarise } from './summary.ts';
import { profileAnswers } from './top-answer.ts';

/** The open profiles, and the answers to questions about them. Knows no thread and no file system. */
export class Session {
  private readonly profiles = new Map<number, OpenProfile>();
  private readonly facts = new Map<number, ProfileFacts>();
  private readonly comparisons = new RecentlyUsed<OpenComparison>(KEPT_COMPARISONS);

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
    this.close(id);
    const open = new OpenProfile(profile);
    const summary = summarise(id, source, profile, open.columnSums);
    this.profiles.set(id, open);
    this.facts.set(id, summary);
    return summary;
  }

  close(id: number): void {
    this.profiles.delete(id);
    this.facts.delete(id);
    this.comparisons.drop((key) => key.split(' ').includes(`${id}`));
  }

  /** Answers a question. Throws Error with a sentence when a profile that it is about is not open. */
  answer<M extends EngineMethod>(method: M, params: EngineParams<M>): EngineResult<M>;
  answer(method: EngineMethod, params: EngineParams<EngineMethod>): unknown {
    if ('before' in params) {
      const suggestion = suggestBefore(this.factsOf(params.before), this.factsOf(params.after));
      return summariseComparison(this.comparison(params.before, params.after), suggestion);
    }
    const { profile, base } = 'view' in params ? params.view : params;
    if (method in comparisonAnswers) {
      const comparison = this.comparison(baseOf({ base }).profile, profile);
      return answerWith(comparisonAnswers, method, comparison, params);
    }
    if (method in profileAnswers) {
      return answerWith(profileAnswers, method, this.profile(profile), params);
    }
    const subject = base === null ? this.profile(profile) : this.comparison(base.profile, profile);
    return answerWith(subjectAnswers, method, subject, params);
  }

  private profile(id: number): OpenProfile {
    const open = this.profiles.get(id);
    if (open === undefined) throw new Error('That profile is not open any more.');
    return open;
  }

  private comparison(before: number, after: number): OpenComparison {
    return this.comparisons.get(
      `${before} ${after}`,
      () => new OpenComparison(this.profile(before), this.profile(after)),
    );
  }

  /** What is known of the file that a profile came from. */
  private factsOf(id: number): ProfileFacts {
    const facts = this.facts.get(id);
    if (facts === undefined) throw new Error('That profile is not open any more.');
    return facts;
  }
}

const subjectAnswers = { ...sharedAnswers, ...exportAnswers };

/** Each keeps some weights and trees of its own. */
const KEPT_COMPARISONS = 3;

/** Answers a question of a method with the parameters that belong to it. */
function answerWith<S>(
  answers: Partial<Record<EngineMethod, unknown>>,
  method: EngineMethod,
  subject: S,
  params: EngineParams<EngineMethod>,
): unknown {
  const answer = answers[method] as ((subject: S, params: unknown) => unknown) | undefined;
  if (answer === undefined) throw new Error(`Nobody knows how to answer “${method}”.`);
  return answer(subject, params);
}
