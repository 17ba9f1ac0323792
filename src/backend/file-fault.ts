/** A file that cannot be read or opened: `message` says what is wrong with it, as in "It is a folder: …". */
export class FileFault extends Error {
  override readonly name = 'FileFault';
}

/** The sentences for people about a file and what is wrong with it. */
export function cannotOpen(name: string, reason: string): string {
  return `“${name}” cannot be opened. ${reason}`;
}
