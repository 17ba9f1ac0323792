import {
  type Phrase,
  REPORT_HEADINGS,
  type ReportCell,
  type ReportDocument,
  type ReportEntry,
  type ReportTable,
} from '../../core/text/report/report-document.ts';
import { type Html, html } from './html.ts';

/** Words, and names set apart as code. */
export const phrasesHtml = (phrases: readonly Phrase[]): Html =>
  html`${phrases.map((phrase) => (typeof phrase === 'string' ? phrase : html`<code>${phrase.code}</code>`))}`;

/** A part of a document with its heading. */
export const sectionHtml = (
  title: string,
  content: Html,
  id = '',
): Html => html`<section${id === '' ? '' : html` id="${id}"`}>
<h2>${title}</h2>
${content}
</section>
`;

/** A table of a report with its title. */
export const tableHtml = (table: ReportTable): Html => sectionHtml(table.title, contentOf(table));

/** A table within a part of a document. */
export const subTableHtml = (table: ReportTable): Html =>
  html`<section>\n<h3>${table.title}</h3>\n${contentOf(table)}\n</section>\n`;

function contentOf({ title, note, headings, rows, empty }: ReportTable): Html {
  const told = note === '' ? '' : html`<p class="table-note">${note}</p>\n`;
  if (rows.length === 0) return html`${told}<p>${empty}</p>`;
  const head = headings.map((heading) => html`<th scope="col">${heading}</th>`);
  // What may be wider than the window is scrolled with the keyboard too.
  return html`${told}<div class="table" role="region" tabindex="0" aria-label="${title}">
<table><thead><tr>${head}</tr></thead><tbody>
${rows.map(rowHtml)}</tbody></table>
</div>`;
}

const rowHtml = (cells: readonly ReportCell[]) => html`<tr>${cells.map(cellHtml)}</tr>\n`;

/** Names stand in full: what is printed has no tooltips. */
function cellHtml({ text, note, tone, fullName }: ReportCell, column: number): Html {
  const words = phrasesHtml(fullName === undefined ? text : [{ code: fullName }]);
  const small = note === undefined ? '' : html`<small>${note}</small>`;
  if (column === 0) return html`<th scope="row">${words}${small}</th>`;
  const way = tone === undefined ? '' : html` data-tone="${tone}"`;
  return html`<td${way}>${words}${small}</td>`;
}

/** What should be known before the figures are trusted. */
export function hazardsHtml({
  hazards,
  noHazards,
}: Pick<ReportDocument, 'hazards' | 'noHazards'>): Html {
  const items = hazards.map(
    ({ severity, text }) => html`<li data-severity="${severity}">${text}</li>\n`,
  );
  return sectionHtml(
    REPORT_HEADINGS.hazards,
    items.length === 0 ? html`<p>${noHazards}</p>` : html`<ul class="hazards">\n${items}</ul>`,
    'cautions',
  );
}

/** How the figures were obtained. */
export const methodHtml = ({ method }: Pick<ReportDocument, 'method'>): Html =>
  sectionHtml(REPORT_HEADINGS.method, entriesHtml(method));

/** What the words and signs mean. */
export const termsHtml = ({ terms }: Pick<ReportDocument, 'terms'>): Html =>
  sectionHtml(REPORT_HEADINGS.terms, entriesHtml(terms));

/** Things with their explanations. */
export function entriesHtml(entries: readonly ReportEntry[]): Html {
  const items = entries.map(
    ({ label, text }) => html`<div><dt>${label}</dt><dd>${phrasesHtml(text)}</dd></div>\n`,
  );
  return html`<dl class="method">\n${items}</dl>`;
}
