import { parseGoName } from './go-name.ts';

/** A frame's name in three parts; together they are the name. */
export interface NameParts {
  /** Address and package with its dot. */
  readonly before: string;
  readonly member: string;
  /** File and line. */
  readonly after: string;
}

/** A frame's name as pprof prints it, as far as the granularity has its parts; together they are the name. */
export interface PrintedParts {
  /** With the space behind it. */
  readonly address: string;
  readonly symbol: string;
  /** File and line, with the space before them. */
  readonly place: string;
}

/** Takes apart a frame's name: `00000000006ebd5d main.run /src/main.go:12`. */
export function printedParts(name: string): PrintedParts {
  const [address] = /^[0-9a-f]{16} /.exec(name) ?? [''];
  // Type arguments and parameters have spaces too: their brackets close behind them.
  const [place] = / [^\s[\](){}]*[./][^\s[\](){}]*$/.exec(name.slice(address.length)) ?? [''];
  const symbol = name.slice(address.length, name.length - place.length);
  return { address, symbol, place };
}

/** Takes apart a frame's name for reading. A name that is not Go's is a member as a whole. */
export function nameParts(name: string): NameParts {
  const { address, symbol, place } = printedParts(name);
  const { packagePath } = parseGoName(symbol);
  // The linker escapes some letters of a path: what is shown is the name's own spelling.
  const isPlain = packagePath !== '' && symbol.startsWith(`${packagePath}.`);
  if (!isPlain) return { before: '', member: name, after: '' };
  const end = packagePath.length + 1;
  return { before: address + symbol.slice(0, end), member: symbol.slice(end), after: place };
}
