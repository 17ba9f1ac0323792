import { dirname } from 'node:path';
import type { InvestigationDraft } from '../../bridge/investigation.ts';
import { INVESTIGATION_FORMAT } from '../../core/investigation/recognise.ts';
import type { OpenedProfile, Profiles } from '../profiles.ts';
import { readFile } from '../read-file.ts';
import { MAX_INSIDE_BYTES, type PackedProfile, packContents } from './container.ts';
import {
  INVESTIGATION_VERSION,
  type InvestigationFile,
  type ProfileReference,
} from './investigation-file.ts';
import { investigationText } from './parse.ts';
import { relativePathTo } from './places.ts';
import { digestOf } from './seek-profile.ts';

/** What an investigation is saved with. */
interface SaveParts {
  readonly profiles: Pick<Profiles, 'get'>;
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
  const inside = opened.filter((one) => goesInside(one, draft.withProfiles));
  refuseMoreThanFits(inside);
  const { screen, search, orientation, colorBy } = draft.view;
  const file: InvestigationFile = {
    format: INVESTIGATION_FORMAT,
    version: INVESTIGATION_VERSION,
    savedBy: `Allocscope ${version}`,
    profiles: opened.map((one) => referenceTo(one, path, inside.includes(one))),
    screen,
    search,
    orientation,
    colorBy,
    notes: draft.notes,
  };
  yield* packContents(investigationText(file), inside.length === 0 ? null : packed(inside));
}

function goesInside({ source }: OpenedProfile, areAllWanted: boolean): boolean {
  return areAllWanted || source.shownPath === '';
}

function referenceTo(
  { source, summary }: OpenedProfile,
  path: string | null,
  isInside: boolean,
): ProfileReference {
  const { name, shownPath } = source;
  const { sha256 } = summary;
  if (isInside) return { name, sha256, path: null, relativePath: null };
  const relativePath = path === null ? null : relativePathTo(dirname(path), shownPath);
  return { name, sha256, path: shownPath, relativePath };
}

function refuseMoreThanFits(inside: readonly OpenedProfile[]): void {
  const bytes = inside.reduce((sum, { summary }) => sum + summary.fileBytes, 0);
  if (bytes <= MAX_INSIDE_BYTES) return;
  throw new Error(
    'These profiles are larger than 1 GiB, which is more than goes into an investigation: save it without the profiles, which then have to be opened from files.',
  );
}

async function* packed(inside: readonly OpenedProfile[]): AsyncGenerator<PackedProfile> {
  const done = new Set<string>();
  for (const { source, summary } of inside) {
    const { sha256 } = summary;
    if (done.has(sha256)) continue;
    done.add(sha256);
    const bytes = await readFile(source.file, () => {});
    if (digestOf(bytes) !== sha256) {
      throw new Error(
        `${source.name} changed since it was opened, so it cannot go into the investigation: open it again, or save without the profiles.`,
      );
    }
    yield { sha256, bytes };
  }
}
