import { parseGoName } from './go-name.ts';

/** A frame's name in three parts; together they are the name. */
export interface NameParts {
  /** Address and package with its dot. */
  readonly before: string;
  readonly member: string;
  /** File and line. */
  readonly after: string;
}

/**
 * Takes apart a frame's name as pprof prints it: address, symbol, and file with line, as far as the
 * granularity has them. A name that is not Go's is a member as a whole.
 */
export function nameParts(name: string): NameParts {
  const [address] = /^[0-9a-f]{16} /.exec(name) ?? [''];
  const [after] = / \S*[./]\S*$/.exec(name) ?? [''];
  const symbol = name.slice(address.length, name.length - after.length);
  const { packagePath } = parseGoName(symbol);
  // The linker escapes some letters of a path: what is shown is the name's own spelling.
  const isPlain = packagePath !== '' && symbol.startsWith(`${packagePath}.`);
  if (!isPlain) return { before: '', member: name, after: '' };
  const end = packagePath.length + 1;
  return { before: address + symbol.slice(0, end), member: symbol.slice(end), after };
}
