import { type RefObject, useEffect, useState } from 'react';

const STEP = 40;

/** Width of an element in px, rounded down to a multiple of 40: few changes of it matter. */
export function useRoundWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width / STEP) * STEP);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
