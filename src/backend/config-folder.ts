import { isAbsolute, join } from 'node:path';
import { homeFolder } from './home-folder.ts';

/**
 * The folder of this user for settings, by the custom of the platform; ALLOCSCOPE_CONFIG_DIR overrides it. Throws Error
 * with a sentence where the user has no home folder that it could be in.
 */
export function configFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string | null = homeFolder(),
): string {
  const wanted = env['ALLOCSCOPE_CONFIG_DIR'];
  if (wanted) return wanted;
  switch (platform) {
    case 'win32':
      return join(env['APPDATA'] || within(home, 'AppData/Roaming'), 'Allocscope');
    case 'darwin':
      return within(home, 'Library/Application Support/Allocscope');
    default: {
      // The specification has a relative one ignored (https://specifications.freedesktop.org/basedir-spec).
      const { XDG_CONFIG_HOME: xdg = '' } = env;
      return join(isAbsolute(xdg) ? xdg : within(home, '.config'), 'allocscope');
    }
  }
}

function within(home: string | null, path: string): string {
  if (home !== null) return join(home, path);
  throw new Error(
    'You have no home folder, in which settings are kept: name a folder for them by the variable ALLOCSCOPE_CONFIG_DIR.',
  );
}
