import type { SideName } from './comparison-api.ts';
import type { EvidenceQuestion } from './evidence-question.ts';

/*
 * What the page can ask about source files on this machine. They are read only, and only beneath folders that the
 * user chose; what a profile says of a path is but looked for beneath those.
 */

/** What a profile is on screen: folders are remembered for it. */
export type SourceRole = 'alone' | SideName;

/** A source file of a profile that is looked for on this machine. */
export interface SoughtSource {
  readonly profile: number;
  readonly role: SourceRole;
  /** The file as the profile has it. */
  readonly file: string;
  /** Import path of the package whose function is looked at; '' when unknown. */
  readonly packagePath: string;
  /** Which of several `roots` is meant, from now on for all files of the profile; null for no word on it. */
  readonly root: string | null;
}

/** What was found of it. */
export type SourceAnswer =
  | FoundSource
  /** It is in none of the folders that were looked into; `reason` says more where there are any. */
  | { readonly kind: 'missing'; readonly reason: string; readonly folders: readonly string[] }
  /** It cannot be shown, or there is none; `reason` is a sentence for people. */
  | { readonly kind: 'refused'; readonly reason: string };

/** A source file of a profile on this machine. */
export interface FoundSource {
  readonly kind: 'found';
  /** Its text, without a byte order mark. */
  readonly text: string;
  /** Where it is, for people: `~/work/myservice/handlers/handlers.go`. */
  readonly path: string;
  /** The chosen folder that it is beneath; null where that came with the profile. */
  readonly folder: string | null;
  /** What the paths of the profile begin with, and what is read instead; equal where the whole path is meant. */
  readonly mapping: { readonly from: string; readonly to: string };
  /** Folders that hold such a file, as far as nothing tells which is meant: the one read from first. */
  readonly roots: readonly string[];
  /** A sentence on why it may be another file than the one profiled; '' where nothing speaks for that. */
  readonly remark: string;
  /** When it was written last, in milliseconds since 1970; null where that says nothing: it came with the profile. */
  readonly modifiedMillis: number | null;
}

/** What came of choosing a folder. */
export type ChosenFolder =
  | { readonly kind: 'cancelled' }
  /** The shell has no dialog: the page asks for the path. */
  | { readonly kind: 'typed' }
  /** The folder for people, and the Go modules in it. */
  | { readonly kind: 'chosen'; readonly folder: string; readonly modules: readonly string[] };

/** What came of opening a file in an editor. */
export type EditorOutcome =
  | { readonly kind: 'opened' }
  /** No command was given yet; these would do, as their programs are on this machine. */
  | { readonly kind: 'unset'; readonly candidates: readonly string[] };

/** What the compiler said of allocations in a source file, by line, as it printed it. */
export interface CompilerNote {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

/** Questions about source files that texts with evidence answer. */
export interface SourceQueries {
  /**
   * What the compiler said of allocations in a source file of the view's profile, or of each side's: by their paths in
   * the profiles, null for none.
   */
  readonly sourceNotes: [
    params: EvidenceQuestion & { readonly files: readonly (string | null)[] },
    result: readonly (readonly CompilerNote[])[],
  ];
}
