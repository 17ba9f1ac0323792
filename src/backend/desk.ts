/** What a shell with windows of its own does for files; a browser saves, copies and drags by itself. */
export interface Desk {
  /**
   * Lets the user choose where to save. The path is where to begin; the result is null when they change
   * their mind. It may be another extension than the one given, or none.
   */
  chooseTarget(path: string, extension: string): Promise<string | null>;
  /** Asks whether files of these names may be replaced. */
  mayReplace(names: readonly string[]): Promise<boolean>;
  /** Lets the user choose the profile of that name where it is now; null when they change their mind. */
  locateProfile(name: string): Promise<string | null>;
  /** Lets the user choose a folder; null when they change their mind. */
  chooseFolder(title: string): Promise<string | null>;
  /** Asks whether a command may be run from now on to open source files. */
  mayRun(command: string): Promise<boolean>;
  copyPicture(png: Uint8Array): Promise<void>;
  startDrag(path: string): void;
  showInFolder(path: string): void;
}
