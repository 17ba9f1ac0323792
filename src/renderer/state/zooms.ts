import { createStore } from 'zustand/vanilla';
import type { View } from '../../bridge/engine-api.ts';
import type { Viewport } from '../../core/layout/viewport.ts';

/** Where a flame graph was looked at. */
interface Zoom {
  readonly view: View;
  readonly viewport: Viewport;
}

export type ZoomStore = ReturnType<typeof createZooms>;

/** Where the flame graphs were looked at when they were left, by profile. */
export const createZooms = () => createStore<Readonly<Record<number, Zoom>>>(() => ({}));

/** Remembers where the graph of a view is looked at. */
export function rememberZoom(store: ZoomStore, view: View, viewport: Viewport): void {
  store.setState({ [view.profile]: { view, viewport } });
}

/** Where the graph of a view was looked at; null for another view than the one that was left. */
export function rememberedZoom(store: ZoomStore, view: View): Viewport | null {
  const zoom = store.getState()[view.profile];
  return zoom?.view === view ? zoom.viewport : null;
}

/** Forgets where a profile that is closed was looked at. */
export function forgetZoom(store: ZoomStore, profile: number): void {
  const left = Object.entries(store.getState()).filter(([id]) => Number(id) !== profile);
  store.setState(Object.fromEntries(left), true);
}
