import type { FlameCamera } from './flame-camera.ts';

/** What the pointer does that is not a matter of looking around. */
export interface PointerEvents {
  /** A box, or a place without one, was clicked. */
  readonly onClick: (viewX: number, viewY: number) => void;
  readonly onDoubleClick: () => void;
  /** The pointer is over the graph, with no button down; null once it is not. */
  readonly onMove: (at: PointerEvent | null) => void;
}

/** A press that moves less than this, in px, is a click. */
const SLACK = 4;

/** Lets mouse, pen, fingers and wheel move a graph. The result ends it. */
export function listenToPointer(
  element: HTMLElement,
  camera: FlameCamera,
  events: PointerEvents,
): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const touches = new Touches();
  let isDragging = false;

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || event.ctrlKey) return;
      touches.press(event);
      isDragging = false;
      // A press at the edge may leave at once, and would else be let go of unseen.
      element.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      const moved = touches.move(event);
      if (moved === null) {
        events.onMove(event);
        return;
      }
      if (!isDragging && touches.way < SLACK) return;
      if (!isDragging) {
        isDragging = true;
        element.dataset['dragging'] = '';
        events.onMove(null);
      }
      const { left } = element.getBoundingClientRect();
      if (moved.factor !== 1) camera.zoomNow(moved.factor, moved.middleX - left);
      camera.dragNow(moved.dx, moved.dy);
    },
    { signal },
  );
  const release = (event: PointerEvent) => {
    touches.release(event);
    if (!touches.isAny) delete element.dataset['dragging'];
  };
  element.addEventListener('lostpointercapture', release, { signal });
  element.addEventListener('pointerleave', () => events.onMove(null), { signal });
  element.addEventListener(
    'click',
    (event) => {
      if (isDragging || event.detail > 1) return;
      const { left, top } = element.getBoundingClientRect();
      events.onClick(event.clientX - left, event.clientY - top);
    },
    { signal },
  );
  element.addEventListener('dblclick', () => events.onDoubleClick(), { signal });
  element.addEventListener('wheel', (event) => turnWheel(element, camera, event), {
    signal,
    passive: false,
  });
  return () => ending.abort();
}

/** The fingers, or the one mouse button, that hold the graph. */
class Touches {
  /** How far the first one has moved, in px. */
  way = 0;
  private readonly held = new Map<number, { x: number; y: number }>();

  get isAny(): boolean {
    return this.held.size > 0;
  }

  press({ pointerId, clientX, clientY }: PointerEvent): void {
    if (this.held.size === 0) this.way = 0;
    this.held.set(pointerId, { x: clientX, y: clientY });
  }

  release({ pointerId }: PointerEvent): void {
    this.held.delete(pointerId);
  }

  /** How the graph has to follow a pointer; null if that one does not hold it. */
  move({
    pointerId,
    clientX,
    clientY,
  }: PointerEvent): { dx: number; dy: number; factor: number; middleX: number } | null {
    const before = this.held.get(pointerId);
    if (before === undefined) return null;
    const dx = clientX - before.x;
    const dy = clientY - before.y;
    const other = [...this.held].find(([id]) => id !== pointerId)?.[1];
    this.held.set(pointerId, { x: clientX, y: clientY });
    if (other === undefined) {
      this.way += Math.hypot(dx, dy);
      return { dx, dy, factor: 1, middleX: clientX };
    }
    this.way = Infinity;
    const apartBefore = Math.max(NEAREST_FINGERS, Math.abs(before.x - other.x));
    const apart = Math.max(NEAREST_FINGERS, Math.abs(clientX - other.x));
    // Each of two fingers moves the middle by half of its own way.
    return {
      dx: dx / 2,
      dy: dy / 2,
      factor: apart / apartBefore,
      middleX: (clientX + other.x) / 2,
    };
  }
}

/** Fingers nearer than this, in px, would make the zoom jump. */
const NEAREST_FINGERS = 24;

/** A line of a wheel that turns by lines, in px. */
const WHEEL_LINE = 18;

function turnWheel(element: HTMLElement, camera: FlameCamera, event: WheelEvent): void {
  event.preventDefault();
  const { left, height } = element.getBoundingClientRect();
  const unit = event.deltaMode === 1 ? WHEEL_LINE : event.deltaMode === 2 ? height : 1;
  const dx = event.deltaX * unit;
  const dy = event.deltaY * unit;
  const viewX = event.clientX - left;
  // A pinch on a touchpad comes as a wheel turned with Ctrl, in small steps.
  if (event.ctrlKey || event.metaKey) camera.zoomNow(zoomFactor(dy, 0.01), viewX);
  else if (event.shiftKey) camera.dragNow(-(dx || dy), 0);
  else if (event.altKey) camera.dragNow(0, -dy);
  else if (Math.abs(dx) > Math.abs(dy)) camera.dragNow(-dx, 0);
  else camera.zoomNow(zoomFactor(dy, 0.005), viewX);
}

/** A wheel's notch is 100 px or more, and zooms by some 30 to 60 percent. */
function zoomFactor(delta: number, perPx: number): number {
  return Math.exp(-Math.min(60, Math.max(-60, delta)) * perPx);
}
