import type { BrowserWindow, Dialog } from 'electron';

/** Lets the user choose profiles; empty when they change their mind. */
export async function chooseProfiles(dialog: Dialog, parent: BrowserWindow): Promise<string[]> {
  const { filePaths } = await dialog.showOpenDialog(parent, {
    title: 'Open Profiles',
    properties: ['openFile', 'multiSelections'],
    filters: [
      // Profiles are as often saved under a bare name ("heap") as under one of the usual extensions.
      { name: 'All Files', extensions: ['*'] },
      {
        name: 'Profiles and Investigations',
        extensions: ['gz', 'pb', 'pprof', 'prof', 'pgo', 'out', 'zst', 'allocscope'],
      },
    ],
  });
  return filePaths;
}
