import type { SiblingOrder } from '../core/analysis/call-tree.ts';
import type { JoinRules } from '../core/analysis/comparison/join-frames.ts';
import type { FocusRule } from '../core/analysis/focus.ts';
import type { Granularity } from '../core/analysis/frames.ts';
import type { Viewport } from '../core/layout/viewport.ts';
import type { ValueType } from '../core/profile/profile.ts';
import type { PatternSource } from '../core/text/pattern.ts';
import type { Fairness } from './comparison-api.ts';

/** Of the description below; another one is not understood. */
export const SCREEN_STATE_VERSION = 1;

/**
 * What is looked at of a profile, or of two that are compared, and how: plain data, which outlives the page
 * and means the same in a file. It does not say which profiles; whoever keeps it does. Sample types and
 * functions go by name, since their numbers hold only while profiles are open.
 */
export interface ScreenState {
  readonly version: typeof SCREEN_STATE_VERSION;
  /** The quantity; in a comparison by the name that both sides measured it under. */
  readonly sampleType: ValueType;
  readonly granularity: Granularity;
  readonly inlines: boolean;
  readonly order: SiblingOrder;
  readonly focus: FocusRule | null;
  /** The function that is selected, by its name at the granularity. */
  readonly selected: SelectedFunction | null;
  readonly table: TableState;
  /** How the call tree is shown. */
  readonly display: 'graph' | 'tree';
  /** Where flame graphs are looked at, in weight units of the view. */
  readonly zooms: Readonly<Partial<Record<ZoomedGraph, Viewport>>>;
  /** Null for one profile alone. */
  readonly comparison: ComparisonState | null;
}

/** What is chosen for two profiles besides. */
interface ComparisonState {
  readonly rules: JoinRules;
  readonly fairness: Fairness;
  /** What was typed in last, in use or not; null before there was anything. */
  readonly divisors: Divisors | null;
  readonly look: ComparisonLook;
}

/** A function of a profile; of a comparison with the name that it has before, null where that is the same. */
export interface SelectedFunction {
  readonly name: string;
  readonly nameBefore: string | null;
  /** Names from the outermost caller to the box that is selected; null where any box of the function will do. */
  readonly path: readonly string[] | null;
}

/** How the table of functions is shown. */
export interface TableState {
  /** Its text is empty for all rows. */
  readonly filter: PatternSource;
  /** Null for the order that it has at first. Columns go by the names that the table has for them. */
  readonly sort: TableSort | null;
}

export interface TableSort {
  readonly column: string;
  readonly descending: boolean;
  /** Whether changes go by their size rather than by their sign. */
  readonly bySize: boolean;
}

/** What each side's values are divided by. */
export interface Divisors {
  /** One of what is counted, such as "request". */
  readonly word: string;
  readonly before: number;
  readonly after: number;
}

/** How comparisons are shown. */
export interface ComparisonLook {
  readonly display: 'sides' | 'difference' | 'table' | 'report';
  /** Of the graphs side by side: one scale, so that twice as wide is twice as much, or each its own width. */
  readonly scale: 'shared' | 'own';
  /** Which side gives the boxes of the difference graph their width. */
  readonly width: 'both' | 'before' | 'after';
  /** Whether a box is coloured by its change as a share of all, or of what it was itself. */
  readonly changeColor: 'absolute' | 'relative';
  /** What percentages refer to: the total before (as pprof's -diff_base), after, or the net change (-base). */
  readonly percentOf: 'before' | 'after' | 'net';
}

/** Which graph of a view: that of a profile, or of both sides of a comparison; or of one side. */
export type ZoomedGraph = 'both' | 'before' | 'after';

/** What a screen is about: an open profile, or two that are compared. */
export interface ScreenSubject {
  readonly profile: number;
  /** The one before in a comparison, in which `profile` is the one after; null for one profile. */
  readonly base: number | null;
}

/** The state of a screen with what it is about. */
export interface KeptScreen extends ScreenSubject {
  readonly state: ScreenState;
}
