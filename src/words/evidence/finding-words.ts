import type { EvidenceKind, EvidenceSummary, Finding } from '../../bridge/evidence-api.ts';
import { counted } from '../counted.ts';

const THINGS: Readonly<Record<EvidenceKind, readonly [one: string, many: string]>> = {
  gctrace: ['collection', 'collections'],
  benchmarks: ['benchmark result', 'benchmark results'],
  escape: ['escape diagnostic', 'escape diagnostics'],
  load: ['load report', 'load reports'],
};

/** How many things of its kind were found: `314 collections`. */
export function findingWords({ kind, count }: Finding): string {
  const [one, many] = THINGS[kind];
  return counted(count, one, many);
}

/** What of a text was not looked at: `2 lines are longer than 256 KiB: …`; '' for nothing. */
export function longLineWords({ longLines }: Pick<EvidenceSummary, 'longLines'>): string {
  if (longLines === 0) return '';
  const lines = counted(longLines, 'line is', 'lines are');
  return `${lines} longer than 256 KiB: only the beginning was searched.`;
}

/** What could not be read: `2 lines look like gctrace and could not be read: 17 and 204.`; '' for nothing. */
export function unreadableWords({ kind, unreadable }: Finding): string {
  const { count, first } = unreadable;
  if (count === 0) return '';
  const [one] = THINGS[kind];
  const lines = counted(count, 'line looks', 'lines look');
  const rest = count > first.length ? ` and ${counted(count - first.length, 'more', 'more')}` : '';
  const where = count === 1 ? 'line' : 'lines';
  return `${lines} like a ${one} and could not be read: ${where} ${first.join(', ')}${rest}.`;
}
