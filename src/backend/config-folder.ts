import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder of this user for settings, by the custom of the platform; ALLOCSCOPE_CONFIG_DIR overrides it. */
export function configFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const wanted = env['ALLOCSCOPE_CONFIG_DIR'];
  if (wanted) return wanted;
  switch (platform) {
    case 'win32':
      return join(env['APPDATA'] || join(homedir(), 'AppData/Roaming'), 'Allocscope');
    case 'darwin':
      return join(homedir(), 'Library/Application Support/Allocscope');
    default:
      return join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'allocscope');
  }
}
