import { join } from 'node:path';
import type { HostRequests } from '../../bridge/host.ts';
import type { ChosenFolder, EditorOutcome, SourceAnswer } from '../../bridge/source-api.ts';
import type { Desk } from '../desk.ts';
import { Editor, isEditorCommand } from './editor.ts';
import { foundEditors, USUAL_COMMAND } from './known-editors.ts';
import { Sources } from './sources.ts';

type Params<M extends keyof HostRequests> = HostRequests[M][0];

/** Answers the page's requests about source files and the editor for them. */
export class SourceRequests {
  private readonly sources: Sources;
  private readonly editor: Editor;
  private readonly desk: Desk | null;

  /** Folders and the editor's command are remembered in `configFolder`. */
  constructor(configFolder: string, desk: Desk | null) {
    this.sources = new Sources(join(configFolder, 'source-folders.json'));
    this.editor = new Editor(join(configFolder, 'editor.json'));
    this.desk = desk;
  }

  /** As `Sources.attach`. */
  async attach(profile: number, folder: string): Promise<void> {
    await this.sources.attach(profile, folder);
  }

  /** A profile is closed. */
  forgetProfile(profile: number): void {
    this.sources.forgetProfile(profile);
  }

  async read(sought: Params<'readSource'>): Promise<SourceAnswer> {
    return await this.sources.read(sought);
  }

  /**
   * Takes a folder that the user chooses. Where the shell has a dialog, that is the only way: a page cannot name one
   * there.
   */
  async choose({ path, ...profiled }: Params<'chooseSource'>): Promise<ChosenFolder> {
    if (this.desk === null) {
      return path === null ? { kind: 'typed' } : await this.sources.choose(path, profiled);
    }
    if (path !== null) throw new Error('Folders are chosen in the dialog of the system.');
    const chosen = await this.desk.chooseFolder('Choose the Folder of the Source');
    return chosen === null ? { kind: 'cancelled' } : await this.sources.choose(chosen, profiled);
  }

  async forget({ folder }: Params<'forgetSource'>): Promise<void> {
    await this.sources.forget(folder);
  }

  /** Opens a source file where it was found, if a command is known that does. Rejects with a sentence. */
  async openInEditor({ sought, line, column }: Params<'openInEditor'>): Promise<EditorOutcome> {
    if ((await this.editor.command()) === '') {
      const found = await foundEditors();
      return { kind: 'unset', candidates: found.length > 0 ? found : [USUAL_COMMAND] };
    }
    const file = await this.sources.find(sought);
    if (file === null) throw new Error('The file is not there any more: was it moved or deleted?');
    await this.editor.open({ file, line, column });
    return { kind: 'opened' };
  }

  /**
   * Takes a command for the editor; '' forgets it. The result tells whether the user agrees to have it run, for which a
   * shell with dialogs asks by itself. Rejects with a sentence where it is no command.
   */
  async setEditor({ command }: Params<'setEditor'>): Promise<boolean> {
    if (command !== '' && !isEditorCommand(command)) {
      throw new Error(
        `That does not open a file: give a program with {file} among its arguments, such as ${USUAL_COMMAND}`,
      );
    }
    if (command !== '' && this.desk !== null && !(await this.desk.mayRun(command))) return false;
    await this.editor.use(command);
    return true;
  }
}
