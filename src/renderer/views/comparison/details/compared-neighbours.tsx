import {
  type Quantity,
  shownInFull,
  shownValue,
} from '../../../../core/text/comparison/quantity-words.ts';
import type { FrameTexts } from '../../../../words/frame-texts.ts';
import { NeighbourSection } from '../../details/neighbour-section.tsx';
import type { JoinedShare } from './joined-shares.ts';

/** The functions that call the selected one, or that it calls, with what passes on each side. */
export function ComparedNeighbours({
  title,
  none,
  shares,
  frames,
  whole,
  quantity,
  onSelect,
}: {
  readonly title: string;
  /** What to call the part that is no other function's. */
  readonly none: string;
  readonly shares: readonly JoinedShare[];
  readonly frames: FrameTexts;
  /** What a full bar is: the larger of the function's two cum values. */
  readonly whole: number;
  readonly quantity: Quantity;
  readonly onSelect: (frame: number) => void;
}) {
  const items = shares.map(({ frame, before, after }) => ({
    frame,
    name: frame < 0 ? none : frames.name(frame),
    exact: `before ${shownInFull(before, quantity)}\nafter ${shownInFull(after, quantity)}`,
    figures: (
      <>
        <span className="neighbour-bars" aria-hidden="true">
          <i data-side="before" style={{ transform: `scaleX(${part(before, whole)})` }} />
          <i data-side="after" style={{ transform: `scaleX(${part(after, whole)})` }} />
        </span>
        <span className="neighbour-share">
          {shownValue(before, quantity)} → {shownValue(after, quantity)}
        </span>
      </>
    ),
  }));
  return (
    <div className="compared-neighbours">
      <NeighbourSection title={title} items={items} onSelect={onSelect} />
    </div>
  );
}

const part = (value: number, whole: number) =>
  whole === 0 ? 0 : Math.min(1, Math.abs(value / whole));
