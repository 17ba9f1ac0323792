/** A setting that holds for the results that follow; without a value it is unset. */
export interface ConfigLine {
  readonly key: string;
  readonly value: string;
}

/** Keys that go test prints before the results of each package. */
export const KEYS_OF_GO_TEST: readonly string[] = ['goos', 'goarch', 'pkg', 'cpu'];

/** A key begins with a lower-case letter and has neither upper-case letters nor white space. */
const setting = /^(\p{Ll}[^\p{Lu}\s:]*):(?:[ \t]+(.*))?$/u;

/** Reads `key: value`, after golang.org/x/perf/benchfmt; null for other lines. */
export function readConfigLine(line: string): ConfigLine | null {
  const [, key, value = ''] = setting.exec(line) ?? [];
  return key === undefined ? null : { key, value };
}
