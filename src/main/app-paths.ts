import { join, resolve } from 'node:path';
import { appFiles } from '../backend/app-files.ts';
import { configFolder } from '../backend/config-folder.ts';

/** Where the desktop application finds its files, and keeps what it remembers. */
export interface AppPaths {
  readonly page: string;
  readonly preload: string;
  readonly icon: string;
  readonly engine: string;
  readonly example: string;
  readonly config: string;
  /** Chromium's own files, kept apart from ours. */
  readonly chromium: string;
  readonly windowState: string;
}

/** @param resources the folder of the packaged application's resources; null when it runs from a checkout */
export function appPaths(resources: string | null): AppPaths {
  const config = resolve(configFolder());
  return {
    page: appFiles.page,
    preload: join(appFiles.page, '../preload/index.cjs'),
    icon:
      resources === null
        ? join(appFiles.page, '../../resources/icons/512x512.png')
        : join(resources, 'icon.png'),
    // electron-builder.yml has the engine lie beside the archive: a thread loads it without Electron's
    // patched file system in between.
    engine:
      resources === null
        ? appFiles.engine
        : join(resources, 'app.asar.unpacked/out/main/engine.js'),
    example: resources === null ? appFiles.example : join(resources, 'example'),
    config,
    chromium: join(config, 'chromium'),
    windowState: join(config, 'window.json'),
  };
}
