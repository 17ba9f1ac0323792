import { memo, type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { BoxValues } from '../../../words/box-figures.ts';
import { boxFacts, boxName } from '../../../words/box-words.ts';
import { ComparedFacts } from './compared-facts.tsx';
import type { FlameBox, TreeSource } from './flame-types.ts';

/** Shows the tooltip beside the pointer, without React having a part in each of its moves. */
export interface TooltipHandle {
  show(box: FlameBox | null): void;
  /** Values of the box shown, when they arrive. */
  fill(node: number, values: BoxValues): void;
  /** In px of the window. */
  moveTo(clientX: number, clientY: number): void;
}

interface TooltipProps {
  readonly source: TreeSource;
  readonly ref: Ref<TooltipHandle>;
}

/** What is known of the box under the pointer. What it says the tree and the details panel say too. */
export const FlameTooltip = memo(function FlameTooltip({ source, ref }: TooltipProps) {
  const [box, setBox] = useState<FlameBox | null>(null);
  const [values, setValues] = useState<{ node: number; values: BoxValues } | null>(null);
  const element = useRef<HTMLDivElement>(null);
  const at = useRef({ x: 0, y: 0 });
  /** In px. Known from when it was last drawn: to ask at each move would have the page laid out. */
  const size = useRef({ width: 0, height: 0 });

  useImperativeHandle(
    ref,
    () => ({
      show: setBox,
      fill: (node, found) => setValues({ node, values: found }),
      moveTo: (x, y) => {
        at.current = { x, y };
        if (element.current !== null) place(element.current, size.current, x, y);
      },
    }),
    [],
  );
  useLayoutEffect(() => {
    const { current: tooltip } = element;
    if (box === null || tooltip === null) return;
    size.current = { width: tooltip.offsetWidth, height: tooltip.offsetHeight };
    place(tooltip, size.current, at.current.x, at.current.y);
  });

  if (box === null) return null;
  const { frames, compared } = source;
  const { frame, node } = box.place;
  const origin = frame < 0 ? [] : [frames.package(frame), frames.place(frame)].filter(Boolean);
  return (
    <div ref={element} className="flame-tooltip popup" role="tooltip">
      <p className="flame-tooltip-name">{boxName(box, frames)}</p>
      {origin.map((text) => (
        <p key={text} className="flame-tooltip-origin mono">
          {text}
        </p>
      ))}
      {compared === null ? (
        <Facts box={box} source={source} values={values?.node === node ? values.values : null} />
      ) : (
        <ComparedFacts box={box} compared={compared} />
      )}
    </div>
  );
});

function Facts({
  box,
  source: { sampleTypes, sampleType },
  values,
}: {
  readonly box: FlameBox;
  readonly source: TreeSource;
  readonly values: BoxValues | null;
}) {
  return (
    <dl className="flame-facts">
      {boxFacts(box, sampleTypes, sampleType, values).map(({ label, value, share }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          <dd className="flame-fact-share">{share}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Away from the pointer, and from the edges of the window, in px. */
const OFFSET = 14;
const MARGIN = 8;

function place(
  element: HTMLElement,
  { width, height }: { readonly width: number; readonly height: number },
  x: number,
  y: number,
): void {
  const isRoomRight = x + OFFSET + width + MARGIN <= window.innerWidth;
  const isRoomBelow = y + OFFSET + height + MARGIN <= window.innerHeight;
  const left = isRoomRight ? x + OFFSET : x - OFFSET - width;
  const top = isRoomBelow ? y + OFFSET : y - OFFSET - height;
  element.style.transform = `translate(${Math.max(MARGIN, left)}px, ${Math.max(MARGIN, top)}px)`;
}
