import type { ComparePart } from '../engine/compare-part.ts';
import type { EnginePart } from '../engine/engine-part.ts';
import type { JoinPart } from '../engine/join-part.ts';
import type { Machine } from '../machine.ts';
import type { ComparedPage, PagePart } from '../page/page-part.ts';
import type { PeersSize } from '../peers/peers-part.ts';
import type { ScanSize } from '../scan/scan-part.ts';

/** All that a run found: what `--json` prints. A part that was not run, or not possible, is null. */
export interface Results {
  /** Raised when the meaning of a field changes. */
  readonly format: 1;
  /** When the run began, in ISO 8601. */
  readonly date: string;
  readonly machine: Machine;
  readonly rounds: number;
  readonly engine: EnginePart | null;
  readonly compare: Compared | null;
  readonly join: JoinPart | null;
  readonly page: PagePart | null;
  readonly scan: readonly ScanSize[] | null;
  readonly peers: readonly PeersSize[] | null;
  /** Sentences about what could not be measured. */
  readonly warnings: readonly string[];
}

/** Two runs of the largest size as a comparison, by the engine alone and in the page. */
export interface Compared {
  readonly engine: ComparePart;
  readonly page: ComparedPage | null;
}
