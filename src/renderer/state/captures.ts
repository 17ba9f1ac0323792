import { createStore } from 'zustand/vanilla';
import type { CaptureProgress, CaptureTrouble, FileCount } from '../../bridge/capture-api.ts';
import type { Hello } from '../../bridge/host.ts';
import { type CaptureForm, captureFormOf } from './capture-form.ts';

/** A capture that is being made. */
export interface RunningCapture {
  readonly key: string;
  /** What is captured, for people. */
  readonly words: string;
  /** Null until the first report. */
  readonly progress: CaptureProgress | null;
}

/** Why a capture was not made. */
export interface CaptureFailure {
  readonly message: string;
  readonly trouble: CaptureTrouble;
}

/** Captures from running services. */
interface CapturesState {
  /** Those of this page, oldest first. */
  readonly running: readonly RunningCapture[];
  /** What stands in the dialog, from one time to the next while the page lives. */
  readonly form: CaptureForm;
  /** The capture that the dialog shows, under way or failed; null for none. */
  readonly shown: string | null;
  readonly failure: CaptureFailure | null;
  /** The folder into which they are saved, for people. */
  readonly folder: string;
  /** How many requests files belong to that were captured. */
  readonly counts: readonly FileCount[];
}

export type CaptureStore = ReturnType<typeof createCaptures>;

/** The store of captures as the host tells of them when the page starts. */
export const createCaptures = ({ settings, captureFolder, counts }: Hello) =>
  createStore<CapturesState>(() => ({
    running: [],
    form: captureFormOf(settings.capturing),
    shown: null,
    failure: null,
    folder: captureFolder,
    counts,
  }));

/** How far a capture is; those of other pages are passed over. */
export function reportCapture(
  store: CaptureStore,
  { key, ...progress }: CaptureProgress & { readonly key: string },
): void {
  store.setState(({ running }) => ({
    running: running.map((one) => (one.key === key ? { ...one, progress } : one)),
  }));
}

/** How many requests a file belongs to; null where that is not known. */
export function countOfFile(store: CaptureStore, sha256: string): number | null {
  return store.getState().counts.find((known) => known.sha256 === sha256)?.count ?? null;
}
