import type { Theme } from '../../core/drawing/colors.ts';
import {
  type Phrase,
  plainText,
  REPORT_HEADINGS,
  type ReportDocument,
  type ReportEvidence,
  type ReportFile,
  type ReportPicture,
  type ReportSection,
} from '../../core/text/report/report-document.ts';
import { closedPolicy } from '../html/csp.ts';
import {
  entriesHtml,
  hazardsHtml,
  methodHtml,
  phrasesHtml,
  sectionHtml,
  subTableHtml,
  tableHtml,
  termsHtml,
} from '../html/document-html.ts';
import { Html, html } from '../html/html.ts';
import { inlineSvg } from './inline-svg.ts';
import { notesHtml } from './notes-html.ts';
import { reportStyle } from './report-style.ts';

/** A report as one HTML file, which loads nothing and runs nothing. */
export async function reportHtml(
  report: ReportDocument,
  file: ReportFile,
  theme: Theme,
): Promise<string> {
  const style = await reportStyle(theme);
  const policy = await closedPolicy([], [style], { fonts: true });
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${file.title === '' ? plainText(report.headline) : file.title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<main>
${headHtml(report, file)}
${report.paragraphs.map(paragraphHtml)}
${notesSection(file)}
${report.evidence === null ? '' : tableHtml(report.evidence.results)}
${file.pictures.map(pictureHtml)}
${report.tables.map(tableHtml)}
${(report.evidence?.sections ?? []).map(evidenceHtml)}
${missingHtml(report.evidence)}
${hazardsHtml(report)}
${methodHtml(report)}
${termsHtml(report)}
<footer>${file.made}</footer>
</main>
</body>
</html>
`;
  return page.markup;
}

function headHtml({ headline }: ReportDocument, { title, source, caution }: ReportFile): Html {
  const found = phrasesHtml(headline);
  const heading =
    title === '' ? html`<h1>${found}</h1>` : html`<h1>${title}</h1>\n<p class="lead">${found}</p>`;
  const mind = caution === '' ? '' : html`<p class="caution">${caution}</p>\n`;
  return html`<header>
${heading}
<p class="source">${phrasesHtml(source)}</p>
${mind}</header>`;
}

const paragraphHtml = (phrases: readonly Phrase[]) => html`<p>${phrasesHtml(phrases)}</p>\n`;

/** Tables of a section are beneath its heading. */
const evidenceHtml = ({ title, paragraphs, tables }: ReportSection) =>
  sectionHtml(title, html`${paragraphs.map(paragraphHtml)}${tables.map(subTableHtml)}`);

const missingHtml = (evidence: ReportEvidence | null): Html | string =>
  evidence === null || evidence.missing.length === 0
    ? ''
    : sectionHtml(REPORT_HEADINGS.missing, entriesHtml(evidence.missing));

function notesSection({ notes }: ReportFile): Html {
  if (notes.trim() === '') return html``;
  return html`<section class="notes">
<h2>${REPORT_HEADINGS.notes}</h2>
${notesHtml(notes)}
</section>`;
}

function pictureHtml({ title, text, alt, image }: ReportPicture, at: number): Html {
  return sectionHtml(
    title,
    html`<p class="table-note">${text}</p>
<figure>${imageHtml(image, `picture${at + 1}`, alt)}</figure>`,
  );
}

function imageHtml(image: ReportPicture['image'], name: string, alt: string): Html {
  if ('address' in image) return html`<img src="${image.address}" alt="${alt}">`;
  const { svg, paperSvg } = image;
  if (paperSvg === null) return inlineSvg(svg, name, alt, 'everywhere');
  return html`${inlineSvg(svg, name, alt, 'screen')}
${inlineSvg(paperSvg, `${name}-paper`, alt, 'paper')}`;
}
