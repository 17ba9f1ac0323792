/** What to do about a profile whose bytes are not as they should be. */
const CAPTURE_AGAIN =
  'The file is damaged, or the program that wrote it has a defect: capture it again.';

/**
 * A profile that cannot be read. `message` is for people: a sentence about the file, and one that says
 * what to do. Who knows the file's name puts it in front (engine/read-profile.ts).
 */
export class ProfileFault extends Error {
  override readonly name = 'ProfileFault';

  constructor(what: string, advice: string = CAPTURE_AGAIN) {
    super(`${what} ${advice}`);
  }
}
