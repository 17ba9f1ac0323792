/** A profile that cannot be read: `message` is a sentence for people that says what is wrong with it. */
export class ProfileFault extends Error {
  override readonly name = 'ProfileFault';
}
