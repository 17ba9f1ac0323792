import { createStore } from 'zustand/vanilla';
import type { ExportProgress } from '../../bridge/export-api.ts';

/** An export that is being made, for the user to see. */
export interface RunningExport {
  readonly key: string;
  readonly name: string;
  /** Null until the first report. */
  readonly progress: ExportProgress | null;
}

/** The exports of this page that are under way, oldest first. */
export const createExporting = () => createStore<readonly RunningExport[]>(() => []);

export type ExportingStore = ReturnType<typeof createExporting>;

/** How far an export is; those of other pages are passed over. */
export function reportExport(
  store: ExportingStore,
  { key, ...progress }: ExportProgress & { readonly key: string },
): void {
  store.setState(
    (running) => running.map((one) => (one.key === key ? { ...one, progress } : one)),
    true,
  );
}
