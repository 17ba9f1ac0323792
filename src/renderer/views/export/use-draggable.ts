import { type DragEvent, useEffect, useRef } from 'react';
import type { NamedRequest } from '../../state/export-request.ts';
import { makeQuietly } from '../../state/exporting.ts';
import { useApp } from '../../state/use-app.ts';

/** What makes an element draggable. */
export interface Draggable {
  readonly onPointerEnter: () => void;
  readonly onDragStart: (event: DragEvent) => void;
}

/**
 * Lets an export be dragged out of the window into another program; null where the shell cannot do that. A
 * drag begins at once or not at all, so the file is made when the pointer comes near.
 */
export function useDraggable(named: NamedRequest): Draggable | null {
  const app = useApp();
  const asked = JSON.stringify(named);
  const ready = useRef<{ readonly of: string; drag: string | null } | null>(null);
  const making = useRef<AbortController | null>(null);
  useEffect(() => () => making.current?.abort(), []);
  if (app.about.shell !== 'electron') return null;

  const prepare = async () => {
    if (ready.current?.of === asked) return;
    making.current?.abort();
    const abort = new AbortController();
    making.current = abort;
    const mine = { of: asked, drag: null as string | null };
    ready.current = mine;
    try {
      const outcome = await makeQuietly(app, named, 'drag', abort.signal);
      if (outcome.kind === 'draggable') mine.drag = outcome.drag;
    } catch {
      // The preview says why. The next time that the pointer comes it is tried again.
      if (ready.current === mine) ready.current = null;
    }
  };
  return {
    onPointerEnter: () => void prepare(),
    onDragStart: (event) => {
      // The system drags the file; the browser would drag the preview.
      event.preventDefault();
      const drag = ready.current?.of === asked ? ready.current.drag : null;
      if (drag === null) void prepare();
      else void app.host.request('startDrag', { drag }).catch(() => {});
    },
  };
}
