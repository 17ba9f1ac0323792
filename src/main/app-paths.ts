import { join, resolve } from 'node:path';
import { appFiles } from '../backend/app-files.ts';
import { configFolder } from '../backend/config-folder.ts';

/** Where the desktop application finds its files, and keeps what it remembers. */
export interface AppPaths {
  readonly page: string;
  readonly preload: string;
  readonly icon: string;
  readonly engine: string;
  readonly export: string;
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
    engine: resources === null ? appFiles.engine : unpacked(resources, 'engine.js'),
    export: resources === null ? appFiles.export : unpacked(resources, 'export.js'),
    example: resources === null ? appFiles.example : join(resources, 'example'),
    config,
    chromium: join(config, 'chromium'),
    windowState: join(config, 'window.json'),
  };
}

/**
 * electron-builder.yml has what runs on threads lie beside the archive: they load it without Electron's
 * patched file system in between.
 */
function unpacked(resources: string, file: string): string {
  return join(resources, 'app.asar.unpacked/out/main', file);
}
