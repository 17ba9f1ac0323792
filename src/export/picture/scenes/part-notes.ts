import { shownPath } from '../../../core/layout/neighbours.ts';
import type { Pane } from '../../../core/layout/viewport.ts';
import { formatInteger } from '../../../core/units/integer.ts';
import { formatShare } from '../../../core/units/share.ts';
import type { Subject } from '../subject.ts';
import type { FlameCut } from './flame.ts';

/** What the caption says where less than a whole graph is shown. */
export function partNotes(
  { frames }: Subject,
  { slice, viewport, rows, shown }: FlameCut,
  { rowHeight, viewHeight }: Pick<Pane, 'rowHeight' | 'viewHeight'>,
  wholeWeight: number,
): string[] {
  if (shown === null) return [];
  const notes: string[] = [];
  const share = formatShare(viewport.weightX1 - viewport.weightX0, wholeWeight);
  const zoomedTo = shownPath(slice, viewport).at(-1);
  if (zoomedTo !== undefined)
    notes.push(`Zoomed to ${frames.name(zoomedTo)}, ${share} of the width`);
  else if (viewport.weightX1 - viewport.weightX0 < wholeWeight) {
    notes.push(`Shows ${share} of the width`);
  }
  const first = Math.floor(viewport.scroll / rowHeight);
  const last = Math.min(rows, Math.ceil((viewport.scroll + viewHeight) / rowHeight));
  if (last - first < rows) {
    notes.push(
      `Shows levels ${formatInteger(first)} to ${formatInteger(last - 1)} of ${formatInteger(rows - 1)}`,
    );
  }
  return notes;
}
