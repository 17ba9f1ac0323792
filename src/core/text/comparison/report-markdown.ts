import type { Phrase, ReportCell, ReportDocument, ReportTable } from './report-document.ts';

/** A report in GitHub's Markdown. Texts from profiles stay texts: what would be markup is escaped. */
export function reportMarkdown(report: ReportDocument): string {
  const parts = [
    `## ${escaped(report.headline)}`,
    ...report.paragraphs.map(phrases),
    ...report.tables.map(table),
    '### What to know before trusting it',
    hazards(report),
    '### How the figures were obtained',
    report.method.map(({ label, text }) => `- **${escaped(label)}:** ${escaped(text)}`).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function table({ title, note, headings, rows, empty }: ReportTable): string {
  const head = [`### ${escaped(title)}`, ...(note === '' ? [] : [escaped(note)])];
  if (rows.length === 0) return [...head, escaped(empty)].join('\n\n');
  const lines = [
    row(headings.map((heading) => escaped(heading))),
    row(headings.map((_, column) => (column === 0 ? '---' : '---:'))),
    ...rows.map((cells) => row(cells.map(cell))),
  ];
  return [...head, lines.join('\n')].join('\n\n');
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function cell({ text, note }: ReportCell): string {
  // Pipes end a cell even within code.
  const words = text.map((phrase) =>
    typeof phrase === 'string' ? escaped(phrase) : code(phrase.code).replaceAll('|', '\\|'),
  );
  return words.join('') + (note === undefined ? '' : ` (${escaped(note)})`);
}

function hazards({ hazards: found }: ReportDocument): string {
  if (found.length === 0) return 'Nothing was found that speaks against comparing these profiles.';
  return found.map(({ text }) => `- ${escaped(text)}`).join('\n');
}

const phrases = (parts: readonly Phrase[]) =>
  parts.map((part) => (typeof part === 'string' ? escaped(part) : code(part.code))).join('');

/** Code that holds backticks stands between longer runs of them. */
function code(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}

/** Any ASCII punctuation may be escaped; these are what can begin markup inside a line. */
const escaped = (text: string) => text.replace(/[\\`*_[\]<>|~#&$@]/g, '\\$&');
