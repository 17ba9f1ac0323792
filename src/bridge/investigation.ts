import type { PatternSource } from '../core/text/pattern.ts';
import type { SideName } from './comparison-api.ts';
import type { Facet } from './evidence-api.ts';
import type { ScreenState, ScreenSubject } from './screen-state.ts';

/*
 * What is saved of an investigation, and what is said while one is opened. docs/investigation.md describes
 * the file.
 */

/** The longest notes, in UTF-16 units. */
export const MAX_NOTES = 1_000_000;

/** What is looked at, and how, as far as it means the same on another day and another machine. */
export interface InvestigationView {
  readonly screen: ScreenState;
  /** What is highlighted; its text is empty for nothing. */
  readonly search: PatternSource;
  readonly orientation: 'icicle' | 'flame';
  readonly colorBy: 'package' | 'module' | 'share';
  readonly facet: Facet;
}

/** What is to be saved: of a profile, or of two that are compared. */
export interface InvestigationDraft extends ScreenSubject {
  readonly view: InvestigationView;
  /** The author's own words. */
  readonly notes: string;
  /** Whether profiles and texts go into the file. Those of which no path is known do in any case. */
  readonly withProfiles: boolean;
}

/** An investigation that is open, with the profiles that were opened for it. */
export interface OpenedInvestigation extends ScreenSubject {
  readonly name: string;
  readonly view: InvestigationView;
  /** Whether it came as a file of which the path is known, so that it can be saved there again. */
  readonly place: InvestigationPlace | null;
  /** Sentences about profiles and texts that are others than those of which it was saved, or missing. */
  readonly remarks: readonly string[];
}

/** Where the investigation of open profiles was saved last, or opened from. */
export interface InvestigationPlace extends ScreenSubject {
  readonly name: string;
  readonly folder: string;
  readonly withProfiles: boolean;
}

/** What came of saving one. */
export type SaveOutcome =
  | { readonly kind: 'cancelled' }
  /** `saved` is what `showSaved` takes; null where it lies where it was. */
  | { readonly kind: 'saved'; readonly saved: string | null; readonly place: InvestigationPlace }
  /** It waits to be downloaded, once, from an address below the page's own. */
  | { readonly kind: 'download'; readonly name: string; readonly address: string };

/** An investigation that waits, since its profiles are not all where, or what, they were. */
export interface SoughtInvestigation {
  readonly id: number;
  readonly name: string;
  readonly profiles: readonly SoughtProfile[];
}

/** One of the profiles of an investigation that waits. */
export interface SoughtPlace {
  readonly investigation: number;
  /** Its row in the list of profiles. */
  readonly at: number;
}

/** What is known of it. */
export interface SoughtProfile {
  /** Null where it is the only one. */
  readonly side: SideName | null;
  readonly name: string;
  /** Where it was; '' where the file does not say. */
  readonly path: string;
  readonly sha256: string;
  /** What is there now, or was chosen in its place; null for nothing. It is the profile if the digests are equal. */
  readonly found: FoundProfile | null;
}

interface FoundProfile {
  /** Where it is, for people; '' for inside the investigation, or where only bytes were handed over. */
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
}
