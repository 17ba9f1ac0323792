import { UsageError } from './usage.ts';

/** Runs parseArgs. Throws UsageError for arguments that it does not know. */
export function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException;
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw thrown;
    // The sentences after the first tell of ways to pass what looks like an option.
    const [sentence = ''] = message.split(/\.?(?:\s|$)(?=[A-Z]|$)/);
    throw new UsageError(`${sentence}.`, { cause: thrown });
  }
}

/** The one file that a command takes. Throws UsageError when there are more or fewer. */
export function oneFile(positionals: readonly string[]): string {
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError('Which file? Name a profile.');
  if (more.length > 0) throw new UsageError('It takes one file at a time.');
  return file;
}
