import type { FrameShares } from '../../../bridge/frames-api.ts';
import type { ValueType } from '../../../core/profile/profile.ts';
import { formatExactQuantity } from '../../../core/units/quantity.ts';
import { formatShare } from '../../../core/units/share.ts';
import type { FrameTexts } from '../../../words/frame-texts.ts';
import { NeighbourSection } from './neighbour-section.tsx';

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
  const items = Array.from(shares.frame, (frame, at) => {
    const value = shares.value[at] ?? 0;
    const part = whole === 0 ? 0 : Math.min(1, Math.abs(value / whole));
    return {
      frame,
      name: frame < 0 ? none : frames.name(frame),
      exact: formatExactQuantity(value, sampleType),
      figures: (
        <>
          <span className="neighbour-bar" aria-hidden="true">
            <i style={{ transform: `scaleX(${part})` }} />
          </span>
          <span className="neighbour-share">{formatShare(value, whole)}</span>
        </>
      ),
    };
  });
  return <NeighbourSection title={title} items={items} onSelect={onSelect} />;
}
