import { parseGoName } from '../../text/go-name.ts';
import { packageKind } from '../../text/package-kind.ts';

/** Whose code a function is. */
export const CodeOwner = {
  /** Go's scheduler, allocator and collector. */
  runtime: 0,
  /** Go's standard library, and what is no Go. */
  library: 1,
  /** The program's own. */
  own: 2,
  /** A module that the program uses. */
  dependency: 3,
} as const;

/**
 * Whose code a function most likely is, by its symbol and file: a profile does not say. Dependencies are told by
 * where their sources lie: in the module cache, whose folders and -trimpath paths have a version (`@v1.2.3`), or
 * beneath `vendor`. A module in place of another (`replace => ../lib`) counts as the program's own.
 */
export function codeOwner(symbol: string, file: string): number {
  switch (packageKind(parseGoName(symbol).packagePath)) {
    case 'runtime':
      return CodeOwner.runtime;
    case 'stdlib':
    case 'none':
      return CodeOwner.library;
    case 'module':
      return isOfDependency(file) ? CodeOwner.dependency : CodeOwner.own;
  }
}

function isOfDependency(file: string): boolean {
  const path = file.replaceAll('\\', '/');
  return /@v[0-9]/.test(path) || /(?:^|\/)(?:vendor|pkg\/mod|external)\//.test(path);
}
