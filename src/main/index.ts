import { app, dialog, protocol } from 'electron';
import { appVersion } from '../backend/app-files.ts';
import { describeApplication } from './about.ts';
import { type AppPaths, appPaths } from './app-paths.ts';
import { madeChromiumFolder } from './chromium-folder.ts';
import { Desktop } from './desktop.ts';
import { reportUnexpectedErrors, showFailure } from './failures.ts';
import {
  filesOfCommandLine,
  type Handover,
  OpenRequests,
  pathsOfHandover,
} from './open-requests.ts';
import { registerPageScheme } from './protocol.ts';

reportUnexpectedErrors(dialog);
try {
  start();
} catch (error) {
  giveUp(error);
}

/**
 * Does all that has to happen before Electron is ready. It awaits nothing: once the first turn of this
 * module is over, Electron may be ready.
 */
function start(): void {
  const paths = appPaths(app.isPackaged ? process.resourcesPath : null);
  const requests = new OpenRequests();
  registerPageScheme(protocol);
  app.setName('Allocscope');
  if (process.platform === 'win32') app.setAppUserModelId('io.github.allocscope');
  // Electron takes only one that is there.
  app.setPath('userData', madeChromiumFolder(paths.chromium));
  // macOS hands files over by events, the first of them before the application is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    requests.gather(path);
  });
  // The arguments of a second instance reach the first in another order and with others among them, so
  // the second makes out itself which files it means.
  const files = filesOfCommandLine(process.argv, process.cwd(), !app.isPackaged);
  const handover: Handover = { paths: files };
  if (!app.requestSingleInstanceLock(handover)) {
    app.quit();
    return;
  }
  requests.add({ paths: files, isOrdered: true });
  app
    .whenReady()
    .then(() => run(paths, requests))
    .catch(giveUp);
}

async function run(paths: AppPaths, requests: OpenRequests): Promise<void> {
  const desktop = new Desktop(paths);
  describeApplication(app, appVersion());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => requests.add({ paths: [], isOrdered: false }));
  app.on('second-instance', (_event, _arguments, _folder, handed) => {
    requests.add({ paths: pathsOfHandover(handed), isOrdered: true });
  });
  app.once('will-quit', (event) => {
    event.preventDefault();
    void desktop.dispose().finally(() => app.exit());
  });
  await desktop.start();
  requests.start((request) => {
    desktop.show();
    desktop.open(request);
  });
}

function giveUp(error: unknown): void {
  showFailure(dialog, error);
  app.exit(1);
}
