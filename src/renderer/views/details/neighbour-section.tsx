import { type ReactNode, useState } from 'react';
import { packagedName } from '../../../words/packaged-name.ts';
import { GoNameText } from '../parts/go-name-text.tsx';

const SHOWN_AT_FIRST = 12;

/** A caller or callee, or the part that is no other function's. */
export interface NeighbourItem {
  /** -1 for the part that is no other function's. */
  readonly frame: number;
  /** Fit to be shown. */
  readonly name: string;
  /** Its figures exactly, for the tooltip. */
  readonly exact: string;
  /** Bar and figure. */
  readonly figures: ReactNode;
}

/** Functions with what passes between them and the selected one, the first of them at once. */
export function NeighbourSection({
  title,
  items,
  onSelect,
}: {
  readonly title: string;
  readonly items: readonly NeighbourItem[];
  readonly onSelect: (frame: number) => void;
}) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? items : items.slice(0, SHOWN_AT_FIRST);
  const rest = items.length - shown.length;
  return (
    <section className="neighbours">
      <h3>{title}</h3>
      <ul>
        {shown.map((item) => (
          <Neighbour key={item.frame} item={item} onSelect={onSelect} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className="link-button" onClick={() => setIsWhole(true)}>
          {rest} more
        </button>
      )}
      {items.length === 0 && <p className="muted">None.</p>}
    </section>
  );
}

function Neighbour({
  item: { frame, name, exact, figures },
  onSelect,
}: {
  readonly item: NeighbourItem;
  readonly onSelect: (frame: number) => void;
}) {
  return (
    <li title={`${name}\n${exact}`}>
      {frame < 0 ? (
        <span className="neighbour">
          <span className="muted">{name}</span>
          {figures}
        </span>
      ) : (
        <button type="button" className="neighbour" onClick={() => onSelect(frame)}>
          <GoNameText name={packagedName(name)} />
          {figures}
        </button>
      )}
    </li>
  );
}
