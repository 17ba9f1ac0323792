import type { Certainty, Witness } from '../core/evidence/patterns/rule.ts';
import type { EvidenceQuestion } from './evidence-question.ts';

export type { Certainty, Witness } from '../core/evidence/patterns/rule.ts';

/*
 * What the engine says of the lines that allocate: by which pattern, what that rests on, what it costs.
 */

/** Which profiles, with what the compiler said of them and the sources that the page could read. */
interface SitesQuestion extends EvidenceQuestion {
  readonly sources: {
    readonly before: readonly SourceFile[];
    readonly after: readonly SourceFile[];
  };
}

/** The text of a source file, which the profile names so. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** The lines that allocate, the heaviest first under the view's sample type. */
export interface Sites {
  /** Those that weigh most. */
  readonly rows: readonly SiteRow[];
  /** How many lines allocate; where they are very many, a line of both sides that is no row counts twice. */
  readonly siteCount: number;
  /** The patterns that any of the rows was named with. */
  readonly patterns: readonly Pattern[];
  /** Of the side before, null for one profile, and of the side after or the only one. */
  readonly before: SitesOfSide | null;
  readonly after: SitesOfSide;
}

/** A pattern of allocation sites, in words. */
export interface Pattern {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
  readonly advice: string;
  readonly exception: string;
}

/** What the rows of a side are part of. */
export interface SitesOfSide {
  /** As measured: all objects and bytes that the focus keeps, and those that rows have a name for. */
  readonly objects: number;
  readonly bytes: number;
  readonly namedObjects: number;
  readonly namedBytes: number;
  /** What a measured value is multiplied with to be shown. */
  readonly scale: number;
  /** The sample types that count objects and sum bytes. */
  readonly objectType: number;
  readonly byteType: number;
  /** Whether there is any output of the compiler for it. */
  readonly hasCompiler: boolean;
  /** The files of the rows, of which a source would tell more: with the package of a function in each. */
  readonly files: readonly { readonly file: string; readonly packagePath: string }[];
}

/** A line that allocates, on each side of a comparison or of one profile as `after`. */
export interface SiteRow {
  /** Frame of the view. */
  readonly frame: number;
  readonly before: Site | null;
  readonly after: Site | null;
}

/** A line that allocates. Text is as the profile and the source have it. */
export interface Site {
  readonly functionName: string;
  /** '' unknown. */
  readonly file: string;
  /** 0 unknown. */
  readonly line: number;
  /** Whose code it is: the program's, a module's that it uses, or Go's own. */
  readonly owner: 'own' | 'dependency' | 'library';
  /** The line in its source, without the space around it; '' without one. */
  readonly text: string;
  readonly objects: number;
  readonly bytes: number;
  /** In the view's sample type. */
  readonly value: number;
  /** Library functions that it calls and that allocate for it. */
  readonly called: readonly string[];
  readonly allocatesItself: boolean;
  /** The heaviest first; empty where no pattern is borne out. */
  readonly names: readonly SiteName[];
}

/** A pattern that a line was named with. */
export interface SiteName {
  readonly pattern: string;
  readonly certainty: Certainty;
  /** Cost of the allocations that it was named for. */
  readonly objects: number;
  readonly bytes: number;
  /** Whether other patterns are named for the same allocations. */
  readonly isShared: boolean;
  readonly evidence: readonly {
    readonly witness: Witness;
    /** A sentence. */
    readonly says: string;
    /** The compiler's or the source's words; '' for none. */
    readonly quote: string;
    /** Whether it fits the pattern but other things as well. */
    readonly isHint: boolean;
  }[];
}

/** Every question about sites: name, its parameters, its answer. */
export interface SitesQueries {
  /** Null where the view is not about allocations. */
  sites: [params: SitesQuestion, result: Sites | null];
}
