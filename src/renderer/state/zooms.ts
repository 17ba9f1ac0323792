import { createStore } from 'zustand/vanilla';
import type { View } from '../../bridge/engine-api.ts';
import type { ZoomedGraph } from '../../bridge/screen-state.ts';
import type { Viewport } from '../../core/layout/viewport.ts';
import { type SubjectId, subjectOf, withoutProfile } from './subject.ts';

/** Where the flame graphs of a view were looked at. */
interface Zoom {
  readonly view: View;
  readonly viewports: Readonly<Partial<Record<ZoomedGraph, Viewport>>>;
}

export type ZoomStore = ReturnType<typeof createZooms>;

/** Where the flame graphs are looked at, or were when they were left, by subject. */
export const createZooms = () => createStore<Readonly<Record<SubjectId, Zoom>>>(() => ({}));

/** Remembers where the graph of a view is looked at. */
export function rememberZoom(
  store: ZoomStore,
  view: View,
  viewport: Viewport,
  graph: ZoomedGraph = 'both',
): void {
  const known = store.getState()[subjectOf(view)];
  const viewports = known?.view === view ? known.viewports : {};
  if (viewports[graph] === viewport) return;
  store.setState({ [subjectOf(view)]: { view, viewports: { ...viewports, [graph]: viewport } } });
}

/** Where the graph of a view was looked at; null for another view than the one that was left. */
export function rememberedZoom(
  store: ZoomStore,
  view: View,
  graph: ZoomedGraph = 'both',
): Viewport | null {
  const zoom = store.getState()[subjectOf(view)];
  return zoom?.view === view ? (zoom.viewports[graph] ?? null) : null;
}

/** Forgets where a profile that is closed was looked at. */
export function forgetZoom(store: ZoomStore, profile: number): void {
  store.setState(withoutProfile(store.getState(), profile), true);
}
