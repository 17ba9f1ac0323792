import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import type { SiteRow, Sites } from '../../../../bridge/sites-api.ts';
import type { ValueType } from '../../../../core/profile/profile.ts';
import { formatChange } from '../../../../core/units/change.ts';
import { formatQuantity, formatValue } from '../../../../core/units/quantity.ts';
import { formatShare } from '../../../../core/units/share.ts';
import {
  placeWords,
  quoteText,
  siteChange,
  siteFunction,
} from '../../../../words/evidence/site-words.ts';
import { GoNameText } from '../../parts/go-name-text.tsx';
import { namesOfRow } from './names-of-row.ts';
import { PatternChip } from './pattern-chip.tsx';
import { costOf } from './site-costs.ts';

/** A line that allocates, in the list. */
export const SiteItem = memo(function SiteItem({
  row,
  sites,
  sampleType,
  total,
  isChosen,
  onChoose,
}: {
  readonly row: SiteRow;
  readonly sites: Sites;
  readonly sampleType: ValueType;
  /** What shares are of: the larger side as shown. */
  readonly total: number;
  readonly isChosen: boolean;
  readonly onChoose: (row: SiteRow) => void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  // What was chosen elsewhere, such as in the details of a function, may be far down.
  useEffect(() => {
    if (isChosen) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const site = row.after ?? row.before;
  if (site === null) return null;
  const cost = costOf(row, sites, ({ value }) => value);
  const isCompared = sites.before !== null;
  const change = siteChange(row, isCompared, [cost.before, cost.after]);
  const { now, gone } = namesOfRow(row);
  const nameOf = (id: string) => sites.patterns.find((pattern) => pattern.id === id)?.name ?? id;
  const largest = Math.max(Math.abs(cost.before), Math.abs(cost.after));
  return (
    <button
      ref={button}
      type="button"
      className="site-item"
      aria-pressed={isChosen}
      data-owner={site.owner}
      data-change={change || undefined}
      onClick={() => onChoose(row)}
      onKeyDown={walk}
    >
      <span className="site-bar" style={{ inlineSize: `${(largest / (total || 1)) * 100}%` }} />
      <span className="site-where">
        <GoNameText name={siteFunction(site)} />
        <span className="site-place">{placeWords(site)}</span>
      </span>
      <span className="site-cost">
        {isCompared ? (
          <>
            {formatValue(cost.before, sampleType.unit)}
            <span aria-hidden="true"> → </span>
            <span className="visually-hidden"> to </span>
            {formatValue(cost.after, sampleType.unit)}
          </>
        ) : (
          formatQuantity(cost.after, sampleType)
        )}
      </span>
      <span className="site-names">
        {now.map(({ pattern, certainty }) => (
          <PatternChip key={pattern} name={nameOf(pattern)} certainty={certainty} />
        ))}
        {gone.map(({ pattern, certainty }) => (
          <PatternChip key={pattern} name={nameOf(pattern)} certainty={certainty} isGone />
        ))}
        {now.length + gone.length === 0 && (
          <span className="site-unnamed">No pattern is borne out</span>
        )}
      </span>
      <span className="site-change">
        {isCompared ? changeText(change, cost.before, cost.after) : formatShare(cost.after, total)}
      </span>
      {site.text !== '' && <code className="site-text">{quoteText(site.text)}</code>}
    </button>
  );
});

/** The arrows lead to the lines above and below, and choose them. */
function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const item = event.currentTarget.parentElement;
  const next =
    event.key === 'ArrowDown'
      ? item?.nextElementSibling
      : event.key === 'ArrowUp'
        ? item?.previousElementSibling
        : null;
  const button = next?.querySelector('button');
  if (button === null || button === undefined) return;
  event.preventDefault();
  button.focus();
  button.click();
}

function changeText(change: string, before: number, after: number): string {
  return change === 'new' || change === 'gone' ? change : formatChange(before, after);
}
