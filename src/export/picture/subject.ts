import type { ProfileSummary, View } from '../../bridge/engine-api.ts';
import type { ExportRequest } from '../../bridge/export-api.ts';
import type { Compared } from '../../words/compared.ts';
import { FrameTexts } from '../../words/frame-texts.ts';
import type { ExportTools } from '../tools.ts';

/** What a picture is of: the view with its profiles, and the texts of its frames. */
export interface Subject {
  readonly view: View;
  readonly percentOf: ExportRequest['percentOf'];
  /** The profile; of a comparison the one after. */
  readonly profile: ProfileSummary;
  /** Null for one profile. */
  readonly compared: ComparedSubject | null;
  readonly frames: FrameTexts;
}

/** The other side of a comparison. */
export interface ComparedSubject {
  readonly before: ProfileSummary;
  readonly comparison: Compared;
}

/** Asks for what a request is about. */
export async function subjectOf(
  { view, per, percentOf }: ExportRequest,
  { ask, profile }: Pick<ExportTools, 'ask' | 'profile'>,
): Promise<Subject> {
  const { base } = view;
  const frames = new FrameTexts(await ask('frames', view));
  const compared =
    base === null
      ? null
      : {
          before: profile(base.profile),
          comparison: {
            summary: await ask('comparison', { before: base.profile, after: view.profile }),
            per,
          },
        };
  return { view, percentOf, profile: profile(view.profile), compared, frames };
}
