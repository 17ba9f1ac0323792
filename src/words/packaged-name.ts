import { parseGoName } from '../core/text/go-name.ts';

/** A Go symbol without the path before its package: `handlers.(*Handler).enrich`, `fmt.Sprintf`. */
export function packagedName(symbol: string): string {
  const { packagePath } = parseGoName(symbol);
  return symbol.startsWith(packagePath) ? symbol.slice(packagePath.lastIndexOf('/') + 1) : symbol;
}
