import type { Hello } from '../../bridge/host.ts';
import type { InvestigationDraft, SaveOutcome, SoughtPlace } from '../../bridge/investigation.ts';
import type { ScreenSubject } from '../../bridge/screen-state.ts';
import type { Delivery } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import type { Emitter } from '../emitter.ts';
import type { Profiles } from '../profiles.ts';
import type { Bytes } from '../spill-folder.ts';
import { Investigations, type Opened } from './investigations.ts';
import { Notes } from './notes.ts';
import { SavedInvestigations } from './saved-investigations.ts';

interface Parts {
  readonly profiles: Profiles;
  readonly emitter: Emitter;
  readonly delivery: Delivery;
  readonly desk: Desk | null;
  /** Of Allocscope. */
  readonly version: string;
  readonly notesFolder: string;
  /** Told of an investigation that is open, before the page is. */
  readonly onOpened: (opened: Opened) => Promise<void>;
  /** Told of the path of one that was saved where the user chose. */
  readonly onSaved: (path: string) => Promise<void>;
}

/** What the page can ask about investigations, and about the notes that go with them. */
export class InvestigationRequests {
  private readonly parts: Parts;
  private readonly investigations: Investigations;
  private readonly saved: SavedInvestigations;
  private readonly notes: Notes;

  constructor(parts: Parts) {
    this.parts = parts;
    const { profiles, emitter, delivery, version, notesFolder } = parts;
    this.investigations = new Investigations(profiles, emitter, (opened) => this.show(opened));
    this.saved = new SavedInvestigations(profiles, delivery, version);
    this.notes = new Notes(notesFolder);
  }

  /** What a page that starts is told of them. */
  known(): Pick<Hello, 'sought' | 'investigations'> {
    return { sought: this.investigations.sought(), investigations: this.saved.list() };
  }

  /** Opens the investigation at a path. Resolves when its profiles are open, or the user is asked about them. */
  async openFile(path: string): Promise<void> {
    await this.investigations.openFile(path);
  }

  /** The same with one of which only the bytes are handed over. */
  async openBytes(name: string, bytes: Bytes, total: number): Promise<void> {
    await this.investigations.openBytes(name, bytes, total);
  }

  /** Has the shell's own dialog ask for a profile; false where it has none. */
  async locate(place: SoughtPlace): Promise<boolean> {
    const { desk } = this.parts;
    if (desk === null) return false;
    const name = this.investigations.nameOf(place);
    const path = name === null ? null : await desk.locateProfile(name);
    if (path !== null) await this.locateFile(place, path);
    return true;
  }

  /** Takes the file at a path for a profile that is waited for. Rejects with Error and a sentence. */
  async locateFile(place: SoughtPlace, path: string): Promise<void> {
    await this.investigations.locateFile(place, path);
  }

  /** The same with a file of which only the bytes are handed over. */
  async locateBytes(place: SoughtPlace, name: string, bytes: Bytes, total: number): Promise<void> {
    await this.investigations.locateBytes(place, name, bytes, total);
  }

  /** Opens one that waits with what was found. */
  async openAnyway(id: number): Promise<void> {
    await this.investigations.openAnyway(id);
  }

  /** Gives one up that waits. */
  async leave(id: number): Promise<void> {
    await this.investigations.leave(id);
  }

  /** Saves one. Rejects with Error and a sentence. */
  async save(draft: InvestigationDraft, to: 'same' | 'chosen'): Promise<SaveOutcome> {
    const { outcome, path } = await this.saved.save(draft, to);
    if (path !== null) await this.parts.onSaved(path);
    return outcome;
  }

  /** What was written about open profiles; '' for nothing. */
  async readNotes(subject: ScreenSubject): Promise<string> {
    return await this.notes.read(this.digestsOf(subject));
  }

  async keepNotes(subject: ScreenSubject, notes: string): Promise<void> {
    await this.notes.keep(this.digestsOf(subject), notes);
  }

  private async show(opened: Opened): Promise<void> {
    const { path, isInside, notes, ...told } = opened;
    const remarks = [...opened.remarks];
    await this.notes
      .add(this.digestsOf(opened), notes)
      .catch((thrown: Error) => remarks.push(thrown.message));
    const place = path === null ? null : await this.saved.remember(opened, path, isInside);
    await this.parts.onOpened(opened);
    this.parts.emitter.emit('investigationOpened', { ...told, remarks, place });
  }

  /** Throws Error with a sentence. */
  private digestsOf({ profile, base }: ScreenSubject): string[] {
    const ids = base === null ? [profile] : [base, profile];
    return ids.map((id) => {
      const found = this.parts.profiles.get(id);
      if (found === undefined) throw new Error('That profile is not open any more.');
      return found.summary.sha256;
    });
  }
}
