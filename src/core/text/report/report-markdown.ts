import { markdownCell, markdownPhrases } from './markdown-text.ts';
import {
  REPORT_HEADINGS,
  type ReportCell,
  type ReportDocument,
  type ReportEntry,
  type ReportFile,
  type ReportPicture,
  type ReportSection,
  type ReportTable,
} from './report-document.ts';

/**
 * A report in GitHub's Markdown. Texts from profiles stay texts: what would be markup is escaped. A report
 * that is a file begins with a heading of the first level, another one, to be put into a document, with one
 * of the second.
 */
export function reportMarkdown(report: ReportDocument, file: ReportFile | null = null): string {
  const sections = file === null ? '###' : '##';
  const section = (title: string, ...parts: string[]) => [`${sections} ${text(title)}`, ...parts];
  const tableSection = (table: ReportTable) => section(table.title, ...tableParts(table));
  const evidenceSection = ({ title, paragraphs, tables }: ReportSection) => [
    ...section(title, ...paragraphs.map(markdownPhrases)),
    ...tables.flatMap((table) => [`#${sections} ${text(table.title)}`, ...tableParts(table)]),
  ];
  const parts = [
    ...(file === null ? [`## ${markdownPhrases(report.headline)}`] : head(report, file)),
    ...report.paragraphs.map(markdownPhrases),
    ...(file === null || file.notes.trim() === ''
      ? []
      : section(REPORT_HEADINGS.notes, file.notes.replace(/^(?:\s*\n)+|\s+$/g, ''))),
    ...(report.evidence === null ? [] : tableSection(report.evidence.results)),
    ...(file?.pictures ?? []).flatMap((picture) =>
      section(picture.title, text(picture.text), image(picture)),
    ),
    ...report.tables.flatMap(tableSection),
    ...(report.evidence?.sections ?? []).flatMap(evidenceSection),
    ...(report.evidence === null || report.evidence.missing.length === 0
      ? []
      : section(REPORT_HEADINGS.missing, entries(report.evidence.missing))),
    ...section(REPORT_HEADINGS.hazards, hazards(report)),
    ...section(REPORT_HEADINGS.method, entries(report.method)),
    ...section(REPORT_HEADINGS.terms, entries(report.terms)),
    ...(file === null ? [] : ['---', text(file.made)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

const text = (words: string) => markdownPhrases([words]);

function head({ headline }: ReportDocument, { title, source, caution }: ReportFile): string[] {
  const [first, ...rest] =
    title === '' ? [markdownPhrases(headline)] : [text(title), markdownPhrases(headline)];
  const mind = caution === '' ? [] : [`> ${text(caution)}`];
  return [`# ${first}`, ...rest, markdownPhrases(source), ...mind];
}

/** Markdown holds no SVG: where there is no file, words stand for it. */
const image = ({ alt, image: where }: ReportPicture) =>
  'address' in where ? `![${text(alt)}](${where.address})` : text(alt);

function tableParts({ note, headings, rows, empty }: ReportTable): string[] {
  const head = note === '' ? [] : [text(note)];
  if (rows.length === 0) return [...head, text(empty)];
  const lines = [
    row(headings.map((heading) => markdownCell([heading]))),
    row(headings.map((_, column) => (column === 0 ? '---' : '---:'))),
    ...rows.map((cells) => row(cells.map(cell))),
  ];
  return [...head, lines.join('\n')];
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function cell({ text: phrases, note, fullName }: ReportCell): string {
  const words = markdownCell(fullName === undefined ? phrases : [{ code: fullName }]);
  return words + (note === undefined ? '' : ` (${markdownCell([note])})`);
}

function hazards({ hazards: found, noHazards }: ReportDocument): string {
  if (found.length === 0) return text(noHazards);
  return found.map((hazard) => `- ${text(hazard.text)}`).join('\n');
}

const entries = (list: readonly ReportEntry[]) =>
  list
    .map(({ label, text: phrases }) => `- **${text(label)}:** ${markdownPhrases(phrases)}`)
    .join('\n');
