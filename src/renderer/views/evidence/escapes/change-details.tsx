import { useCallback } from 'react';
import type { View } from '../../../../bridge/engine-api.ts';
import type { EvidenceSides } from '../../../../bridge/evidence-api.ts';
import { formatBytes } from '../../../../core/units/bytes.ts';
import { formatCount } from '../../../../core/units/count.ts';
import { CHANGE_WORDS } from '../../../../words/evidence/escape-words.ts';
import { useApp } from '../../../state/use-app.ts';
import { useLatest } from '../../../state/use-latest.ts';
import { GoNameText } from '../../parts/go-name-text.tsx';
import type { ChangeRows } from './change-rows.ts';
import { SaidItem } from './said-item.tsx';

/** What was said before and after of an allocation. */
export function ChangeDetails({
  sides,
  view,
  rows,
  row,
}: {
  readonly sides: EvidenceSides;
  readonly view: View | null;
  readonly rows: ChangeRows | null;
  /** -1 for none. */
  readonly row: number;
}) {
  const app = useApp();
  const at = rows?.row(row) ?? -1;
  const [before, after] = [rows?.table.before[at] ?? -1, rows?.table.after[at] ?? -1];
  const work = useCallback(async () => {
    const ask = (side: 'before' | 'after', said: number) =>
      said < 0 ? null : app.ask('escapeSaid', { sides, view, side, row: said });
    return await Promise.all([ask('before', before), ask('after', after)]);
  }, [app, sides, view, before, after]);
  const { value, isStale } = useLatest(rows === null || row < 0 ? null : work);
  return (
    <aside
      className="details escape-details"
      aria-label="What was said of the allocation"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls.
      tabIndex={0}
    >
      {rows === null || row < 0 || value === null || isStale ? (
        <p className="escape-hint">Select an allocation to see how it gets to the heap.</p>
      ) : (
        <>
          <h2>
            <GoNameText name={rows.functionName(row) || 'function unknown'} />
          </h2>
          <p className="frame-note">{rows.places(row)}</p>
          <p className="escape-class">
            <span className="change-badge" data-change={rows.change(row)}>
              {CHANGE_WORDS[rows.change(row)]?.title}
            </span>{' '}
            {CHANGE_WORDS[rows.change(row)]?.meaning}
          </p>
          <CostChange rows={rows} row={row} />
          {rows.instead(row) !== '' && (
            <p className="escape-instead">Now the compiler says: {rows.instead(row)}</p>
          )}
          {value.map(
            (said, side) =>
              said !== null && (
                <section key={side === 0 ? 'before' : 'after'}>
                  <h3>{side === 0 ? 'Before' : 'After'}</h3>
                  <ul className="said-list">
                    <SaidItem said={said} />
                  </ul>
                </section>
              ),
          )}
        </>
      )}
    </aside>
  );
}

/** What the line cost and costs; nothing where no profile tells. */
function CostChange({ rows, row }: { readonly rows: ChangeRows; readonly row: number }) {
  const sides = [
    ['Its line before', rows.value(row, 'objectsBefore'), rows.value(row, 'bytesBefore')],
    ['Its line after', rows.value(row, 'objectsAfter'), rows.value(row, 'bytesAfter')],
  ] as const;
  return sides.map(
    ([title, objects, bytes]) =>
      !Number.isNaN(objects) && (
        <p key={title} className="escape-cost">
          {title}: {formatCount(objects)} objects, {formatBytes(bytes)}
        </p>
      ),
  );
}
