import type { ExportWhat } from '../bridge/export-api.ts';
import { extensionOf } from '../bridge/export-files.ts';
import { baseName } from '../core/text/path.ts';

const LONGEST_STEM = 60;

/**
 * A name for an export, by the names of the profiles that it is of: `heap-before-after-difference.svg`. Only
 * letters, digits and `_.-` are in it, whatever the profiles are called.
 */
export function exportName(what: ExportWhat, profileNames: readonly string[]): string {
  const words = [...stems(profileNames), wordOf(what)].filter((word) => word !== '');
  return `${words.join('-')}.${extensionOf(what)}`;
}

function stems(names: readonly string[]): readonly string[] {
  const [before = '', after] = names.map(stemOf);
  if (after === undefined) return [before];
  return before === after ? [before, 'before', 'after'] : [before, after];
}

function stemOf(name: string): string {
  const stem = baseName(name)
    .replace(/(?:\.(?:pb|gz|zst|pprof|prof|pgo|out|proto))+$/i, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_.]+/gu, '-')
    .replace(/^[-.]+/, '');
  return (
    Array.from(stem)
      .slice(0, LONGEST_STEM)
      .join('')
      .replace(/[-.]+$/, '') || 'profile'
  );
}

function wordOf(what: ExportWhat): string {
  switch (what.kind) {
    case 'picture':
      return SCENE_WORDS[what.scene.kind];
    case 'table':
    case 'report':
      return what.kind;
    case 'profile':
      // The profile itself has the same ending.
      return 'export';
    default:
      return '';
  }
}

const SCENE_WORDS = {
  graph: 'flame-graph',
  sides: 'side-by-side',
  difference: 'difference',
  table: 'table',
  summary: 'summary',
} as const;
