import type {
  EngineMethod,
  EngineParams,
  EngineResult,
  ProfileSummary,
} from '../bridge/engine-api.ts';
import type { EvidenceQuestion } from '../bridge/evidence-api.ts';
import type { FramesOf } from '../bridge/frames-api.ts';
import { type ProfileFacts, suggestBefore } from '../core/analysis/comparison/suggest-order.ts';
import type { Evidence } from '../core/evidence/evidence.ts';
import { sideByName } from '../core/evidence/side-by-name.ts';
import type { Profile } from '../core/profile/profile.ts';
import type { ReportProgress } from '../core/profile/progress.ts';
import { sharedAnswers } from './answers.ts';
import { baseOf } from './compared-view.ts';
import { comparisonAnswers, summariseComparison } from './comparison-answers.ts';
import { evidenceAnswers } from './evidence/evidence-answers.ts';
import type { Beside, EvidenceOfSides } from './evidence/evidence-of-sides.ts';
import { type FoundEvidence, readEvidence, type TextSource } from './evidence/read-evidence.ts';
import { exportAnswers } from './export-answers.ts';
import { listingAnswers } from './listing-answer.ts';
import { OpenComparison } from './open-comparison.ts';
import { OpenProfile } from './open-profile.ts';
import { profileAnswers } from './profile-answers.ts';
import type { OpenedContent } from './protocol.ts';
import { decodeContent, named, type OpenSource, readContent, readProfile } from './read-profile.ts';
import { RecentlyUsed } from './recently-used.ts';
import type { Subject } from './subject.ts';
import { summarise } from './summary.ts';

/** The open profiles and texts, and the answers to questions about them. Knows no thread and no file system. */
export class Session {
  private readonly profiles = new Map<number, OpenProfile>();
  private readonly evidence = new Map<number, Evidence>();
  private readonly facts = new Map<number, ProfileFacts>();
  private readonly comparisons = new RecentlyUsed<OpenComparison>(KEPT_COMPARISONS);

  /**
   * Opens a file under an id that the caller chooses: a profile, or a text with evidence in it. Rejects with
   * ProfileFault for a bad file, with `Cancelled` if `report` throws that; an id that is open already is replaced.
   */
  async open(
    id: number,
    source: OpenSource | TextSource,
    report: ReportProgress,
  ): Promise<OpenedContent> {
    return await named(source, async () => {
      if ('chunks' in source) {
        return this.keepEvidence(id, source, source.totalBytes, await readEvidence(source, report));
      }
      const fileBytes = source.bytes.length;
      const content = await readContent(source.bytes, report);
      if ('isSearched' in content.format) {
        const text = { chunks: [content.bytes], totalBytes: content.bytes.length };
        return this.keepEvidence(id, source, fileBytes, await readEvidence(text, report));
      }
      const profile = this.keepProfile(id, source, decodeContent(content, report));
      return { kind: 'profile', profile };
    });
  }

  /** The same where it has to be a profile. */
  async openProfile(
    id: number,
    source: OpenSource,
    report: ReportProgress,
  ): Promise<Omit<ProfileSummary, 'sha256'>> {
    return this.keepProfile(id, source, await readProfile(source, report));
  }

  private keepProfile(
    id: number,
    source: OpenSource,
    profile: Profile,
  ): Omit<ProfileSummary, 'sha256'> {
    this.close(id);
    const open = new OpenProfile(profile);
    const summary = summarise(id, source, profile, open.columnSums);
    this.profiles.set(id, open);
    this.facts.set(id, summary);
    return summary;
  }

  private keepEvidence(
    id: number,
    { name, path }: Pick<OpenSource, 'name' | 'path'>,
    fileBytes: number,
    { evidence, findings, longLines }: FoundEvidence,
  ): OpenedContent {
    this.close(id);
    this.evidence.set(id, evidence);
    const suggestedSide = sideByName(name, path);
    return {
      kind: 'evidence',
      evidence: { id, name, path, fileBytes, findings, longLines, suggestedSide },
    };
  }

  close(id: number): void {
    this.profiles.delete(id);
    this.facts.delete(id);
    this.evidence.delete(id);
    this.comparisons.drop((key) => key.split(' ').includes(`${id}`));
  }

  /** Answers a question. Throws Error with a sentence when a profile that it is about is not open. */
  answer<M extends EngineMethod>(method: M, params: EngineParams<M>): EngineResult<M>;
  answer(method: EngineMethod, params: EngineParams<EngineMethod>): unknown {
    if ('sides' in params) return this.answerFromEvidence(method, params as EvidenceQuestion);
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
    return answerWith(subjectAnswers, method, this.subject({ profile, base }), params);
  }

  private answerFromEvidence(method: EngineMethod, params: EvidenceQuestion): unknown {
    const { sides, view } = params;
    const evidence = { before: this.texts(sides.before), after: this.texts(sides.after) };
    const beside = view && { view, subject: this.subject(view) };
    const answer = (evidenceAnswers as Partial<Record<EngineMethod, EvidenceAnswer>>)[method];
    if (answer === undefined) throw new Error(`Nobody knows how to answer “${method}”.`);
    return answer(evidence, beside, params);
  }

  private texts(ids: readonly number[]): Evidence[] {
    return ids.map((id) => {
      const evidence = this.evidence.get(id);
      if (evidence === undefined) throw new Error('That text is not open any more.');
      return evidence;
    });
  }

  private subject({ profile, base }: Pick<FramesOf, 'profile' | 'base'>): Subject {
    return base === null ? this.profile(profile) : this.comparison(base.profile, profile);
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

const subjectAnswers = { ...sharedAnswers, ...listingAnswers, ...exportAnswers };

/** Each keeps some weights and trees of its own. */
const KEPT_COMPARISONS = 3;

type EvidenceAnswer = (
  sides: EvidenceOfSides,
  beside: Beside | null,
  params: EvidenceQuestion,
) => unknown;

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
