import type { ExportWhat } from './export-api.ts';

/** What the name of the main file of an export ends with, without a dot before it: `svg`, `pb.gz`. */
export function extensionOf(what: ExportWhat): string {
  switch (what.kind) {
    case 'picture':
    case 'report':
    case 'table':
      return what.format;
    case 'page':
      return 'html';
    case 'stacks':
      return what.format === 'folded' ? 'folded' : 'speedscope.json';
    case 'profile':
      return 'pb.gz';
  }
}
