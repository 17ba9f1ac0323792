import type { PatternSource } from '../../../core/text/pattern.ts';
import { searchFact } from '../../../words/caption/view-facts.ts';
import type { SceneContext } from './scene.ts';

/** What a search highlights. */
export interface SearchMarks {
  /** A 1 for each frame that it found; null while nothing is searched for. */
  readonly highlighted: Uint8Array | null;
  /** What the caption says of it. */
  readonly notes: readonly string[];
}

/** Asks for what is to be highlighted. */
export async function searchMarks(
  { subject, tools }: Pick<SceneContext, 'subject' | 'tools'>,
  pattern: PatternSource | null,
): Promise<SearchMarks> {
  if (pattern === null || pattern.text === '') return { highlighted: null, notes: [] };
  const found = await tools.ask('search', { view: subject.view, pattern });
  const highlighted = new Uint8Array(subject.frames.columns.length);
  for (const frame of found.frames) highlighted[frame] = 1;
  return { highlighted, notes: [searchFact(subject, pattern, found)] };
}
