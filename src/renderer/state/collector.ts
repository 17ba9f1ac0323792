import { createStore } from 'zustand/vanilla';
import type { CollectorProcess, Span } from '../../bridge/collector-api.ts';
import type { SideName } from '../../bridge/comparison-api.ts';

/** What of the collector is looked at. Seconds are from where the traces begin. */
export interface CollectorState {
  /** Processes that were chosen, by their place among those of the side; null for the one with most collections. */
  readonly chosen: Readonly<Record<SideName, number | null>>;
  /** What the figures are of; null for all. */
  readonly window: Span | null;
  /** What the charts show; null for all. */
  readonly zoom: Span | null;
  /** What is left out of the charts. */
  readonly hidden: readonly ChartPart[];
}

/** What may be left out of the charts: a side, or lines of the heap. */
export type ChartPart = SideName | 'start' | 'goal';

export type CollectorStore = ReturnType<typeof createCollector>;

/** The store of what of the collector is looked at. */
export const createCollector = () =>
  createStore<CollectorState>(() => ({
    chosen: { before: null, after: null },
    window: null,
    zoom: null,
    hidden: [],
  }));

/** Looks at a process of a side. Windows are of the processes that were looked at, and go. */
export function chooseProcess(store: CollectorStore, side: SideName, process: number): void {
  const { chosen } = store.getState();
  store.setState({ chosen: { ...chosen, [side]: process }, window: null, zoom: null });
}

/** Selects what the figures are of. */
export function selectWindow(store: CollectorStore, window: Span | null): void {
  store.setState({ window });
}

/** Shows a part of the time in the charts. */
export function zoomTo(store: CollectorStore, zoom: Span | null): void {
  store.setState({ zoom });
}

/** Leaves a part out of the charts, or puts it back; one of the sides stays. */
export function togglePart(store: CollectorStore, part: ChartPart): void {
  const { hidden } = store.getState();
  if (hidden.includes(part)) {
    store.setState({ hidden: hidden.filter((other) => other !== part) });
    return;
  }
  const otherSide = part === 'before' ? 'after' : part === 'after' ? 'before' : null;
  store.setState({ hidden: [...hidden.filter((other) => other !== otherSide), part] });
}

/** The process to show of a side; -1 where it has none. */
export function shownProcess(
  processes: readonly Pick<CollectorProcess, 'collections'>[],
  chosen: number | null,
): number {
  if (chosen !== null && chosen < processes.length) return chosen;
  const counts = processes.map(({ collections }) => collections);
  return counts.indexOf(Math.max(...counts));
}

/** A span moved, or made longer or shorter at its end, by a part of itself; within 0 and `end`. */
export function movedSpan(
  { from, to }: Span,
  end: number,
  move: { readonly by: number } | { readonly endBy: number },
): Span {
  const length = to - from;
  if ('endBy' in move) {
    const longer = Math.min(end, to + length * move.endBy);
    return { from, to: Math.max(longer, from + length / 2) };
  }
  const start = Math.max(0, Math.min(end - length, from + length * move.by));
  return { from: start, to: start + length };
}

/** Twice as much around the middle of a span; null where that is all there is. */
export function widerSpan({ from, to }: Span, end: number): Span | null {
  const length = to - from;
  const wider = { from: Math.max(0, from - length / 2), to: Math.min(end, to + length / 2) };
  return wider.from === 0 && wider.to === end ? null : wider;
}
