import { useState } from 'react';
import type { FrameShares } from '../../../bridge/engine-api.ts';
import type { ValueType } from '../../../core/profile/profile.ts';
import { formatExactQuantity } from '../../../core/units/quantity.ts';
import { formatShare } from '../../../core/units/share.ts';
import type { FrameTexts } from '../../state/frame-texts.ts';
import { GoNameText } from '../parts/go-name-text.tsx';
import { packagedName } from '../parts/packaged-name.ts';

const SHOWN_AT_FIRST = 12;

/** The functions that call the selected one, or that it calls, with what passes between. */
export function NeighbourList({
  title,
  none,
  shares,
  frames,
  whole,
  sampleType,
  onSelect,
}: {
  readonly title: string;
  /** What to call the part that is no other function's. */
  readonly none: string;
  readonly shares: FrameShares;
  readonly frames: FrameTexts;
  /** What the shares are of: the selected function's cum value. */
  readonly whole: number;
  readonly sampleType: ValueType;
  readonly onSelect: (frame: number) => void;
}) {
  const [isWhole, setIsWhole] = useState(false);
  const { length } = shares.frame;
  const shown = isWhole ? length : Math.min(length, SHOWN_AT_FIRST);
  return (
    <section className="neighbours">
      <h3>{title}</h3>
      <ul>
        {Array.from({ length: shown }, (_, at) => {
          const frame = shares.frame[at] ?? -1;
          const value = shares.value[at] ?? 0;
          return (
            <Neighbour
              key={frame}
              name={frame < 0 ? none : frames.name(frame)}
              share={formatShare(value, whole)}
              part={whole === 0 ? 0 : Math.min(1, Math.abs(value / whole))}
              exact={formatExactQuantity(value, sampleType)}
              onClick={frame < 0 ? null : () => onSelect(frame)}
            />
          );
        })}
      </ul>
      {shown < length && (
        <button type="button" className="link-button" onClick={() => setIsWhole(true)}>
          {length - shown} more
        </button>
      )}
      {length === 0 && <p className="muted">None.</p>}
    </section>
  );
}

function Neighbour({
  name,
  share,
  part,
  exact,
  onClick,
}: {
  readonly name: string;
  readonly share: string;
  readonly part: number;
  readonly exact: string;
  readonly onClick: (() => void) | null;
}) {
  const figures = (
    <>
      <span className="neighbour-bar" aria-hidden="true">
        <i style={{ transform: `scaleX(${part})` }} />
      </span>
      <span className="neighbour-share">{share}</span>
    </>
  );
  return (
    <li title={`${name}\n${exact}`}>
      {onClick === null ? (
        <span className="neighbour">
          <span className="muted">{name}</span>
          {figures}
        </span>
      ) : (
        <button type="button" className="neighbour" onClick={onClick}>
          <GoNameText name={packagedName(name)} />
          {figures}
        </button>
      )}
    </li>
  );
}
