/*
 * A report as a document of plain texts: the page draws it, and the clipboard gets it as Markdown, so
 * that both say the same. Texts are fit to be shown, not yet escaped for any markup.
 */

/** A piece of a sentence: words, or a name that is set apart as code. */
export type Phrase = string | { readonly code: string };

/** A cell; the tone says which way a change went, for its colour besides its words. */
export interface ReportCell {
  readonly text: readonly Phrase[];
  /** Second line, in small. */
  readonly note?: string;
  readonly tone?: 'fall' | 'rise' | 'doubtful';
  /** What the text abbreviates, for the tooltip. */
  readonly title?: string;
}

/** A table of the report. */
export interface ReportTable {
  readonly title: string;
  /** A line below the title. */
  readonly note: string;
  /** The first column is text, the others are figures. */
  readonly headings: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** What stands instead of no rows. */
  readonly empty: string;
}

/** The whole of it, in reading order. */
export interface ReportDocument {
  readonly headline: string;
  readonly paragraphs: readonly (readonly Phrase[])[];
  readonly tables: readonly ReportTable[];
  /** What should be known before the figures are trusted; none where nothing was found. */
  readonly hazards: readonly { readonly severity: string; readonly text: string }[];
  /** How the figures were obtained. */
  readonly method: readonly { readonly label: string; readonly text: string }[];
}
