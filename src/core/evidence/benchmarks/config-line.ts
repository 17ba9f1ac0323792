/** A setting that holds for the results that follow; without a value it is unset. */
export interface ConfigLine {
  readonly key: string;
  readonly value: string;
  /** Whether something stood before it, such as the time and container of a log shipper. */
  readonly isPrefixed: boolean;
}

/** Keys that go test prints before the results of each package. */
export const KEYS_OF_GO_TEST: readonly string[] = ['goos', 'goarch', 'pkg', 'cpu'];

/** A key begins with a lower-case letter and has neither upper-case letters nor white space. */
const wholeLine = /^(\p{Ll}[^\p{Lu}\s:]*):(?:[ \t]+(.*))?$/u;
const behindPrefix = /[\s|:\]](goos|goarch|pkg|cpu):[ \t]+(\S.*)$/;

/**
 * Reads `key: value`, after golang.org/x/perf/benchfmt; null for other lines. Behind a prefix only the keys of go
 * test are taken for keys, since lines of logs are full of colons.
 */
export function readConfigLine(line: string): ConfigLine | null {
  const [, key, value = ''] = wholeLine.exec(line) ?? [];
  if (key !== undefined) return { key, value, isPrefixed: false };
  const [, prefixedKey, prefixedValue = ''] = behindPrefix.exec(line) ?? [];
  if (prefixedKey === undefined) return null;
  return { key: prefixedKey, value: prefixedValue, isPrefixed: true };
}
