/**
 * A file that cannot be read: `message` is for people and begins with "It", first what is wrong, then
 * what to do, as the engine's ProfileFault.
 */
export class FileFault extends Error {
  override readonly name = 'FileFault';
}

/** The sentences for people about a file and what is wrong with it. */
export function cannotOpen(name: string, reason: string): string {
  return `${name} cannot be opened. ${reason}`;
}
