import type {
  Phrase,
  ReportCell,
  ReportDocument,
  ReportTable,
} from '../../core/text/comparison/report-document.ts';
import { type Html, html } from './html.ts';

/** Words, and names set apart as code. */
export const phrasesHtml = (phrases: readonly Phrase[]): Html =>
  html`${phrases.map((phrase) => (typeof phrase === 'string' ? phrase : html`<code>${phrase.code}</code>`))}`;

/** A table of a report with its title. */
export function tableHtml({ title, note, headings, rows, empty }: ReportTable): Html {
  if (rows.length === 0) return html`<section><h2>${title}</h2><p>${empty}</p></section>`;
  const head = headings.map((heading) => html`<th scope="col">${heading}</th>`);
  return html`<section><h2>${title}</h2>
<p class="table-note">${note}</p>
<table><thead><tr>${head}</tr></thead><tbody>
${rows.map(rowHtml)}</tbody></table></section>
`;
}

function rowHtml(cells: readonly ReportCell[]): Html {
  return html`<tr>${cells.map((cell, column) =>
    column === 0
      ? html`<th scope="row"${titleOf(cell)}>${contentHtml(cell)}</th>`
      : html`<td${titleOf(cell)}${toneOf(cell)}>${contentHtml(cell)}</td>`,
  )}</tr>
`;
}

const titleOf = ({ title }: ReportCell) => (title === undefined ? '' : html` title="${title}"`);

const toneOf = ({ tone }: ReportCell) => (tone === undefined ? '' : html` data-tone="${tone}"`);

const contentHtml = ({ text, note }: ReportCell): Html =>
  html`${phrasesHtml(text)}${note === undefined ? '' : html`<small>${note}</small>`}`;

/** What should be known before the figures are trusted. */
export function hazardsHtml({ hazards }: Pick<ReportDocument, 'hazards'>): Html {
  const items = hazards.map(
    ({ severity, text }) => html`<li data-severity="${severity}">${text}</li>
`,
  );
  return html`<section id="cautions"><h2>What to know before trusting it</h2>
${items.length === 0 ? html`<p>Nothing was found that speaks against comparing these profiles.</p>` : html`<ul class="hazards">${items}</ul>`}</section>
`;
}

/** How the figures were obtained. */
export function methodHtml({ method }: Pick<ReportDocument, 'method'>): Html {
  const lines = method.map(
    ({ label, text }) => html`<div><dt>${label}</dt><dd>${text}</dd></div>
`,
  );
  return html`<section><h2>How the figures were obtained</h2>
<dl class="method">${lines}</dl></section>
`;
}
