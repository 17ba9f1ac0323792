import { useCallback } from 'react';
import type { SideName } from '../../../../bridge/comparison-api.ts';
import type { View } from '../../../../bridge/engine-api.ts';
import type { EscapeCosts } from '../../../../bridge/escape-api.ts';
import type { EvidenceSides } from '../../../../bridge/evidence-api.ts';
import { visibleText } from '../../../../core/text/visible-text.ts';
import { formatBytes } from '../../../../core/units/bytes.ts';
import { formatCount } from '../../../../core/units/count.ts';
import { formatShare } from '../../../../core/units/share.ts';
import { CLASS_WORDS } from '../../../../words/evidence/escape-words.ts';
import { useApp } from '../../../state/use-app.ts';
import { useLatest } from '../../../state/use-latest.ts';
import { GoNameText } from '../../parts/go-name-text.tsx';
import { SaidItem } from './said-item.tsx';

/** All that was said of a line, with the ways that lead to the heap. */
export function LineDetails({
  sides,
  view,
  side,
  id,
  costs,
}: {
  readonly sides: EvidenceSides;
  readonly view: View | null;
  readonly side: SideName;
  /** -1 for none. */
  readonly id: number;
  readonly costs: EscapeCosts | null;
}) {
  const app = useApp();
  const work = useCallback(
    () => app.ask('escapeLine', { sides, view, side, id }),
    [app, sides, view, side, id],
  );
  const { value: line, isStale } = useLatest(id < 0 ? null : work);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls.
    <aside className="details escape-details" aria-label="What was said of the line" tabIndex={0}>
      {line === null || isStale || id < 0 ? (
        <p className="escape-hint">Select a line to see how its values get to the heap.</p>
      ) : (
        <>
          <h2>
            <GoNameText name={visibleText(line.functionName) || 'function unknown'} />
          </h2>
          <p className="frame-note">{visibleText(`${line.path}:${line.line}`)}</p>
          {costs !== null && (
            <p className="escape-cost">
              {formatCount(line.objects * costs.scale)} objects (
              {formatShare(line.objects, costs.totalObjects)}),{' '}
              {formatBytes(line.bytes * costs.scale)} ({formatShare(line.bytes, costs.totalBytes)})
            </p>
          )}
          {(costs !== null || line.said.length === 0) && (
            <p className="escape-class">
              <span className="class-mark" data-class={line.joinClass} />
              {CLASS_WORDS[line.joinClass]?.meaning}
            </p>
          )}
          <ul className="said-list">
            {line.said.map((said) => (
              <SaidItem key={said.diagnostic.row} said={said} />
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}
