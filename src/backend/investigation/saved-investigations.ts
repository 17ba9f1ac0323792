import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { ExportPiece } from '../../bridge/export-api.ts';
import type {
  InvestigationDraft,
  InvestigationPlace,
  SaveOutcome,
} from '../../bridge/investigation.ts';
import type { ScreenSubject } from '../../bridge/screen-state.ts';
import type { Delivery } from '../delivery.ts';
import type { Profiles } from '../profiles.ts';
import { saveFiles } from '../save-files.ts';
import { investigationBytes } from './saved-file.ts';

interface Place extends ScreenSubject {
  readonly path: string;
  readonly withProfiles: boolean;
  /** By which another program's change is noticed. */
  readonly stamp: string;
}

/** What came of saving, and where it lies; null where it is not known to. */
interface Saving {
  readonly outcome: SaveOutcome;
  readonly path: string | null;
}

const EXTENSION = 'allocscope';

/** Saves investigations, and knows where those of open profiles lie. */
export class SavedInvestigations {
  private readonly profiles: Profiles;
  private readonly delivery: Pick<Delivery, 'toFile'>;
  private readonly version: string;
  private readonly places = new Map<string, Place>();

  constructor(profiles: Profiles, delivery: Pick<Delivery, 'toFile'>, version: string) {
    this.profiles = profiles;
    this.delivery = delivery;
    this.version = version;
  }

  /** Where investigations of profiles that are open lie. */
  list(): InvestigationPlace[] {
    const isOpen = (id: number | null) => id === null || this.profiles.isOpen(id);
    const open = [...this.places.values()].filter(
      ({ profile, base }) => isOpen(profile) && isOpen(base),
    );
    return open.map(shownPlace);
  }

  /** Remembers where one was opened from. */
  async remember(
    { profile, base }: ScreenSubject,
    path: string,
    withProfiles: boolean,
  ): Promise<InvestigationPlace> {
    const place = { profile, base, path, withProfiles, stamp: await stampOf(path) };
    this.places.set(keyOf(place), place);
    return shownPlace(place);
  }

  /** Saves one, where it lies already or where the user chooses. Rejects with Error and a sentence. */
  async save(draft: InvestigationDraft, to: 'same' | 'chosen'): Promise<Saving> {
    if (to === 'same') return await this.saveAgain(draft);
    const delivered = await this.delivery.toFile(this.suggestedName(draft), EXTENSION, (path) =>
      this.pieces(draft, path),
    );
    if (delivered.kind !== 'saved') return { outcome: delivered, path: null };
    const { path, saved } = delivered;
    const place = await this.remember(draft, path, draft.withProfiles);
    return { outcome: { kind: 'saved', saved, place }, path };
  }

  private async saveAgain(draft: InvestigationDraft): Promise<Saving> {
    const place = this.places.get(keyOf(draft));
    if (place === undefined) throw new Error('It is not known where to save: choose a file.');
    const { path, stamp } = place;
    const name = basename(path);
    const mayReplace = async () => {
      if ((await stampOf(path)) === stamp) return true;
      throw new Error(
        `${name} was changed by another program since you opened or saved it, so it was left as it is. Save yours under another name.`,
      );
    };
    await saveFiles(path, this.pieces(draft, path), { mayReplace });
    const again = await this.remember(draft, path, draft.withProfiles);
    return { outcome: { kind: 'saved', saved: null, place: again }, path };
  }

  private async *pieces(
    draft: InvestigationDraft,
    path: string | null,
  ): AsyncGenerator<ExportPiece> {
    const file = path === null ? this.suggestedName(draft) : basename(path);
    const { profiles, version } = this;
    for await (const bytes of investigationBytes(draft, path, { profiles, version })) {
      yield { file, bytes };
    }
  }

  /** After the profile, as far as its name can be one of a file anywhere: `heap.allocscope`. */
  private suggestedName({ profile }: InvestigationDraft): string {
    const name = this.profiles.get(profile)?.source.name ?? '';
    const stem = name.replace(/(?:\.(?:pb|pprof|prof|pgo|gz|zst))+$/i, '');
    const plain = stem.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+/, '');
    return `${plain.slice(0, 100) || 'investigation'}.${EXTENSION}`;
  }
}

const keyOf = ({ profile, base }: ScreenSubject) => `${base}>${profile}`;

function shownPlace({ profile, base, path, withProfiles }: Place): InvestigationPlace {
  return { profile, base, name: basename(path), folder: dirname(path), withProfiles };
}

/** Changes when the file does; '' where there is none. */
async function stampOf(path: string): Promise<string> {
  try {
    const { size, mtimeMs } = await stat(path);
    return `${size} ${mtimeMs}`;
  } catch {
    return '';
  }
}
