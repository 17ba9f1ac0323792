/*
 * A report as a document of plain texts: the page draws it, the clipboard gets it as Markdown, and exports
 * are Markdown or HTML of it, so that all say the same. Texts are fit to be shown, not yet escaped for
 * any markup.
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
  /** The name in full where the text has it short, for documents: they have no tooltips. */
  readonly fullName?: string;
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

/** A picture of a report that stands alone. */
export interface ReportPicture {
  /** A heading. */
  readonly title: string;
  /** What it shows and how to read it, in sentences. */
  readonly text: string;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
  /** Address of a file beside the report, or all of it as SVG: for the screen, and for paper where that differs. */
  readonly image:
    | { readonly address: string }
    | { readonly svg: string; readonly paperSvg: string | null };
}

/** Something with its explanation. */
export interface ReportEntry {
  readonly label: string;
  readonly text: readonly Phrase[];
}

/** A part of a report with a heading of its own. */
export interface ReportSection {
  readonly title: string;
  readonly paragraphs: readonly (readonly Phrase[])[];
  readonly tables: readonly ReportTable[];
}

/** What is known of the runs besides their profiles. */
export interface ReportEvidence {
  /** The figures that a reader asks for first, each with its source. */
  readonly results: ReportTable;
  /** A section for each kind of evidence. */
  readonly sections: readonly ReportSection[];
  /** What is missing for a whole answer, with what would give it. */
  readonly missing: readonly ReportEntry[];
}

/** The whole of it, in reading order. */
export interface ReportDocument {
  /** What was found, in a sentence. */
  readonly headline: readonly Phrase[];
  readonly paragraphs: readonly (readonly Phrase[])[];
  readonly tables: readonly ReportTable[];
  /** Null where nothing is known besides profiles. */
  readonly evidence: ReportEvidence | null;
  /** What should be known before the figures are trusted; none where nothing was found. */
  readonly hazards: readonly { readonly severity: string; readonly text: string }[];
  /** What stands instead of no hazards. */
  readonly noHazards: string;
  /** How the figures were obtained. */
  readonly method: readonly ReportEntry[];
  /** What its words and signs mean. */
  readonly terms: readonly ReportEntry[];
}

/** What a report has besides where it is a file of its own, read without Allocscope. */
export interface ReportFile {
  /** What the author called it; '' where the headline is title enough. */
  readonly title: string;
  /** The profiles that it is about, in a sentence. */
  readonly source: readonly Phrase[];
  /** That something speaks against the figures, and where that is said; '' where nothing does. */
  readonly caution: string;
  /** The author's own words: Markdown, as it was typed. */
  readonly notes: string;
  readonly pictures: readonly ReportPicture[];
  /** By what and when it was made. */
  readonly made: string;
}

/** The headings of a report's sections, which all its forms share. */
export const REPORT_HEADINGS = {
  notes: 'Notes',
  missing: 'What is missing',
  hazards: 'What to know before trusting it',
  method: 'How the figures were obtained',
  terms: 'What the words mean',
} as const;

/** Phrases as bare text, for where nothing can be set apart. */
export const plainText = (phrases: readonly Phrase[]): string =>
  phrases.map((phrase) => (typeof phrase === 'string' ? phrase : phrase.code)).join('');

/** What a reader must not miss on the way to the figures: the gravest in full, the rest by number; '' for nothing. */
export function cautionWords({ hazards }: Pick<ReportDocument, 'hazards'>): string {
  const grave = hazards.filter(({ severity }) => severity === 'stop').map(({ text }) => text);
  const warnings = hazards.filter(({ severity }) => severity === 'warn').length;
  const number = warnings === 1 ? 'One warning stands' : `${warnings} warnings stand`;
  const pointer = `${number} below, under “${REPORT_HEADINGS.hazards}”.`;
  return [...grave, ...(warnings === 0 ? [] : [pointer])].join(' ');
}
