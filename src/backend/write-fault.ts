/** A file that cannot be written: `message` is for people, what happened to which file and what to do. */
export class WriteFault extends Error {
  override readonly name = 'WriteFault';
}

/** The fault of a file that cannot be written for a reason, which begins with a capital letter. */
export function writeFault(name: string, reason: string, cause?: unknown): WriteFault {
  return new WriteFault(`${name} cannot be saved. ${reason}`, { cause });
}

/** What the system threw, in words; anything else as it is. */
export function explainedWrite(name: string, thrown: unknown): unknown {
  const { code } = thrown as NodeJS.ErrnoException;
  if (thrown instanceof WriteFault || typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) {
    return thrown;
  }
  const reason =
    REASONS[code] ??
    `The system could not write it (${code}): choose another folder and try again.`;
  return writeFault(name, reason, thrown);
}

/** Windows says the same of a file that is open elsewhere, as tables are in spreadsheets. */
const NOT_ALLOWED =
  process.platform === 'win32'
    ? 'You have no permission to write there, or another program uses the file of that name: close it there, or choose another folder or name.'
    : 'You have no permission to write there: choose another folder or name.';
const FULL = 'The disk is full: make room on it, or choose another one, and try again.';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: FULL,
  EDQUOT: 'Your quota on that disk is used up: make room, or choose another disk, and try again.',
  EFBIG: 'It is larger than that disk takes: choose another disk.',
  EROFS: 'That disk is read-only: choose another one.',
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  ENOENT: 'Its folder does not exist: make it, or choose another one.',
  ENOTDIR: 'What should be its folder is a file: choose another folder.',
  ENAMETOOLONG: 'Its name is too long for that disk: choose a shorter one.',
  EINVAL: 'That disk does not take such a name: choose another one.',
  EISDIR: 'There is a folder of that name: choose another name.',
  EBUSY: 'Another program uses the file of that name: close it there, or choose another name.',
  ETXTBSY: 'Another program uses the file of that name: close it there, or choose another name.',
  EMFILE: 'Too many files are open: close other programs and try again.',
  ENFILE: 'Too many files are open: close other programs and try again.',
  EIO: 'The disk failed at it: try again, or choose another disk.',
};
