import { homedir, userInfo } from 'node:os';

/**
 * The home folder of this user; null where there is none, as for the user of a container who is but a number. It need
 * not exist.
 */
export function homeFolder(): string | null {
  try {
    // An empty HOME is none, and would make paths begin in whatever folder this was started in.
    return homedir() || userInfo().homedir || null;
  } catch {
    return null;
  }
}
