import type { CaptureKind } from '../core/capture/kinds.ts';
import type { ExportChoices } from './export-api.ts';

/** What is remembered between runs. Unknown keys and values that do not fit are dropped on reading. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  readonly orientation: 'icicle' | 'flame';
  readonly colorBy: 'package' | 'module' | 'share';
  readonly order: 'weight' | 'name';
  /** Names of sample types that the user chose, by the list of sample types that they were chosen from. */
  readonly sampleTypeChoices: Readonly<Record<string, string>>;
  /** Sizes of panes in percent, by the name of the pane group. */
  readonly paneSizes: Readonly<Record<string, readonly number[]>>;
  readonly exporting: ExportChoices;
  readonly capturing: CaptureChoices;
}

/** What was chosen for captures, to be offered again: nothing that may be a secret. */
export interface CaptureChoices {
  /** Without user, password and parameters. */
  readonly address: string;
  readonly kind: CaptureKind;
  /** Seconds that a profile over time covers, and whether one was wanted. */
  readonly seconds: number;
  readonly isOverTime: boolean;
  readonly gc: boolean;
  readonly counting: 'none' | 'typed' | 'counter';
  readonly counterAddress: string;
  readonly metric: string;
}
