import { dirname } from 'node:path';
import type { InvestigationDraft } from '../../bridge/investigation.ts';
import { INVESTIGATION_FORMAT } from '../../core/investigation/recognise.ts';
import type { OpenedProfile, OpenedText, ProfileSource, Profiles } from '../profiles.ts';
import { readFile } from '../read-file.ts';
import { type InsideFolder, MAX_INSIDE_BYTES, type PackedFile, packContents } from './container.ts';
import {
  type FileReference,
  INVESTIGATION_VERSION,
  type InvestigationFile,
} from './investigation-file.ts';
import { investigationText, MAX_TEXTS } from './parse.ts';
import { relativePathTo } from './places.ts';
import { digestOf } from './seek-file.ts';

/** What an investigation is saved with. */
interface SaveParts {
  readonly profiles: Pick<Profiles, 'get' | 'openTexts'>;
  /** Of Allocscope. */
  readonly version: string;
}

/**
 * The bytes of an investigation that is to be saved at a path; null where that is the browser's to know, which is
 * then no place to look for profiles from. Throws Error with a sentence.
 */
export async function* investigationBytes(
  draft: InvestigationDraft,
  path: string | null,
  { profiles, version }: SaveParts,
): AsyncGenerator<Uint8Array> {
  const ids = draft.base === null ? [draft.profile] : [draft.base, draft.profile];
  const opened = ids.map((id) => profiles.get(id));
  if (!opened.every((one) => one !== undefined))
    throw new Error('That profile is not open any more.');
  const texts = profiles.openTexts();
  if (texts.length > MAX_TEXTS) throw tooManyTexts();
  const saved = [...opened.map(savedProfile), ...texts.map(savedText)];
  const inside = saved.filter(({ source }) => draft.withProfiles || source.shownPath === '');
  refuseMoreThanFits(inside);
  const references = saved.map((one) => referenceTo(one, path, inside.includes(one)));
  const { screen, search, orientation, colorBy, facet } = draft.view;
  const file: InvestigationFile = {
    format: INVESTIGATION_FORMAT,
    version: INVESTIGATION_VERSION,
    savedBy: `Allocscope ${version}`,
    profiles: references.slice(0, opened.length),
    evidence: references.slice(opened.length).map((reference, at) => ({
      ...reference,
      side: texts[at]?.evidence.side ?? 'run',
    })),
    screen,
    search,
    orientation,
    colorBy,
    facet,
    notes: draft.notes,
  };
  yield* packContents(investigationText(file), inside.length === 0 ? null : packed(inside));
}

/** A profile or text that is saved. */
interface Saved {
  readonly folder: InsideFolder;
  readonly source: ProfileSource;
  readonly sha256: string;
  readonly fileBytes: number;
}

function savedProfile({ source, summary }: OpenedProfile): Saved {
  return { folder: 'profiles', source, sha256: summary.sha256, fileBytes: summary.fileBytes };
}

function savedText({ source, evidence }: OpenedText): Saved {
  return { folder: 'evidence', source, sha256: evidence.sha256, fileBytes: evidence.fileBytes };
}

function referenceTo(
  { source, sha256 }: Saved,
  path: string | null,
  isInside: boolean,
): FileReference {
  const { name, shownPath } = source;
  if (isInside) return { name, sha256, path: null, relativePath: null };
  const relativePath = path === null ? null : relativePathTo(dirname(path), shownPath);
  return { name, sha256, path: shownPath, relativePath };
}

function tooManyTexts(): Error {
  return new Error(
    `There are more than ${MAX_TEXTS} texts open, which is more than goes into an investigation: close those that it is not about.`,
  );
}

function refuseMoreThanFits(inside: readonly Saved[]): void {
  const bytes = inside.reduce((sum, { fileBytes }) => sum + fileBytes, 0);
  if (bytes <= MAX_INSIDE_BYTES) return;
  throw new Error(
    'These files are larger than 1 GiB, which is more than goes into an investigation: save it without the profiles, which then have to be opened from files.',
  );
}

async function* packed(inside: readonly Saved[]): AsyncGenerator<PackedFile> {
  const done = new Set<string>();
  for (const { folder, source, sha256 } of inside) {
    if (done.has(`${folder} ${sha256}`)) continue;
    done.add(`${folder} ${sha256}`);
    const bytes = await readFile(source.file, () => {});
    if (digestOf(bytes) !== sha256) {
      throw new Error(
        `${source.name} changed since it was opened, so it cannot go into the investigation: open it again, or save without the profiles.`,
      );
    }
    yield { folder, sha256, bytes };
  }
}
