import type { ProfileSummary } from '../../../bridge/engine-api.ts';
import type { ListedLines, SideListing } from '../../../bridge/frames-api.ts';
import type { SoughtSource, SourceAnswer, SourceRole } from '../../../bridge/source-api.ts';
import { parseGoName } from '../../../core/text/go-name.ts';
import { functionRange, type LineRange } from '../../../core/text/source/go-declaration.ts';
import type { App } from '../../state/app.ts';
import type { GoColors } from './go-colors.ts';

/** A profile that is listed, and the part that it plays. */
export interface ListedProfile {
  readonly profile: ProfileSummary;
  readonly role: SourceRole;
}

/** What is known of a function's source on one side. */
export interface SourceSide extends ListedProfile {
  readonly listing: SideListing;
  /** Its heaviest file; null where the function is not on this side, or no file of it is known. */
  readonly place: ListedLines | null;
  /** What was looked for; null without a place. */
  readonly sought: SoughtSource | null;
  readonly answer: SourceAnswer | null;
  readonly text: SourceText | null;
}

/** The text of a source file. */
export interface SourceText {
  readonly lines: readonly string[];
  /** Null for other languages than Go. */
  readonly colors: GoColors | null;
  /** Where the function is in it; null where that is not found. */
  readonly range: LineRange | null;
}

/** Looks for the source of a listed function. Rejects with a sentence. */
export async function readSide(
  { host }: Pick<App, 'host'>,
  { profile, role }: ListedProfile,
  listing: SideListing,
): Promise<SourceSide> {
  const [place = null] = listing.places;
  const known = { profile, role, listing, place };
  if (place === null) return { ...known, sought: null, answer: null, text: null };
  const sought: SoughtSource = {
    profile: profile.id,
    role,
    file: place.file,
    packagePath: parseGoName(place.functionName).packagePath,
    root: null,
  };
  const answer = await host.request('readSource', sought);
  const text = answer.kind === 'found' ? await textOf(answer.text, place) : null;
  return { ...known, sought, answer, text };
}

async function textOf(text: string, place: ListedLines): Promise<SourceText> {
  const lines = text.split(/\r?\n/);
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  const { functionName, startLine, own, file } = place;
  const valued = own.line.find((line) => line > 0) ?? 0;
  return {
    lines,
    colors: file.endsWith('.go') ? await colorsOf(lines) : null,
    range: functionName === '' ? null : functionRange(lines, functionName, startLine, valued),
  };
}

/** The parser is loaded with the first source that is looked at: the start of the page does without it. */
async function colorsOf(lines: readonly string[]): Promise<GoColors> {
  const { colorGo } = await import('./go-colors.ts');
  return await colorGo(lines);
}
