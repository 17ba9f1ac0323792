import type { PageExport } from '../../bridge/export-api.ts';
import { plainText } from '../../core/text/report/report-document.ts';
import { formatInteger } from '../../core/units/integer.ts';
import { formatShare } from '../../core/units/share.ts';
import { counted } from '../../words/counted.ts';
import { formatMoment } from '../../words/format-time.ts';
import { closedPolicy } from '../html/csp.ts';
import { hazardsHtml, methodHtml, phrasesHtml, tableHtml } from '../html/document-html.ts';
import { Html, html, jsonInScript } from '../html/html.ts';
import type { ExportTools } from '../tools.ts';
import type { BoundedSlice } from './bounded-slice.ts';
import { MOST_LEVELS } from './bounded-slice.ts';
import type { GraphData } from './graph-data.ts';
import { changeLegend, profileLegend } from './legend.ts';
import { graphStyle } from './page-style.ts';
import type { PageSubject } from './page-subject.ts';
import type { PageData } from './reader/page-data.ts';

/** All that a page is made of. */
export interface PageParts {
  readonly what: PageExport;
  readonly subject: PageSubject;
  readonly graph: GraphData;
  readonly leastShare: BoundedSlice['leastShare'];
  readonly made: Pick<ExportTools, 'version' | 'nowMillis'>;
  /** The reader: what makes the page interactive, and how it looks. */
  readonly reader: { readonly script: string; readonly style: string };
}

/** The page as one HTML text that loads nothing. */
export async function pageHtml(parts: PageParts): Promise<string> {
  const { what, subject, graph, made, reader } = parts;
  const { document, caption } = subject;
  const title = what.title ?? subject.title;
  const style = `${reader.style}\n${graphStyle(graph.fills)}`;
  const policy = await closedPolicy([reader.script], [style]);
  // Of one profile there is mostly nothing to be said; that nothing speaks against a comparison is worth a sentence.
  const isSilent = subject.compared === null && document.hazards.length === 0;
  const sources = subject.sources.map(
    ({ label, side, text }) => html`<div><dt data-side="${side}">${label}</dt><dd>${text}</dd></div>
`,
  );
  const page = html`<!doctype html>
<html lang="en" data-theme="${what.theme === 'dark' ? 'dark' : 'light'}" data-wanted-theme="${what.theme}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Allocscope ${made.version}">
<title>${title === '' ? plainText(document.headline) : title}</title>
<style>${new Html(style)}</style>
<script>${new Html(reader.script)}</script>
</head>
<body>
<header class="page-head">
${
  title === ''
    ? html`<h1>${phrasesHtml(document.headline)}</h1>`
    : html`<h1>${title}</h1>
<p class="headline">${phrasesHtml(document.headline)}</p>`
}
<dl class="sources">${sources}</dl>
<p class="caption">${caption.join(' · ')}</p>
${cautionsHtml(document)}</header>
<main>
${graphHtml(parts)}
<div class="page-text">
${document.paragraphs.map(
  (phrases) => html`<p>${phrasesHtml(phrases)}</p>
`,
)}${document.tables.map(tableHtml)}${isSilent ? '' : hazardsHtml(document)}${methodHtml(document)}</div>
</main>
<footer class="page-foot"><svg aria-hidden="true" width="18" height="18" viewBox="0 0 18 18"><rect x="1" y="2" width="16" height="4" rx="1"/><rect x="1" y="7" width="11" height="4" rx="1" opacity="0.75"/><rect x="1" y="12" width="6" height="4" rx="1" opacity="0.55"/></svg>
<p>Made with Allocscope ${made.version} on ${formatMoment(made.nowMillis)}. This page holds all it shows and loads nothing.</p></footer>
<script type="application/json" id="graph-data">${jsonInScript(dataOf(parts))}</script>
</body>
</html>
`;
  return page.markup;
}

/** Leads from the top to what speaks against the figures; nothing where that is nothing. */
function cautionsHtml({ hazards }: PageSubject['document']): Html | '' {
  const grave = hazards.filter(({ severity }) => severity !== 'note');
  if (grave.length === 0) return '';
  const severity = grave.some((hazard) => hazard.severity === 'stop') ? 'stop' : 'warn';
  const cautions = counted(grave.length, 'caution', 'cautions');
  return html`<p><a class="cautions" data-severity="${severity}" href="#cautions">${cautions} below: what to know before trusting it</a></p>
`;
}

function dataOf({ subject, graph, leastShare }: PageParts): PageData {
  const { sampleType, compared } = subject;
  const { names, origins, boxes } = graph;
  return { sampleType, compared, leastShare, names, origins, boxes };
}

function graphHtml(parts: PageParts): Html {
  const { what, subject, graph } = parts;
  const isCompared = subject.compared !== null;
  const heading = isCompared ? 'Difference flame graph' : 'Flame graph';
  if ((graph.boxes.width[0] ?? 0) === 0) {
    return html`<section class="graph-panel"><h2>${heading}</h2><p>Nothing was measured, so there is nothing to draw.</p></section>`;
  }
  const legend = isCompared
    ? changeLegend(what.changeColor, { ...subject, boxes: graph.boxes })
    : profileLegend(what.colorBy, subject.sampleType, graph, subject.frames);
  const label = `${heading}: ${plainText(subject.document.headline)} The tables below say in text what changed or weighs most.`;
  return html`<section class="graph-panel" aria-labelledby="graph-heading">
<div class="graph-head"><h2 id="graph-heading">${heading}</h2>
${legend}</div>
<div class="graph-bar"><input type="search" id="search" placeholder="Find a function" aria-label="Find a function" aria-describedby="graph-help" autocomplete="off" spellcheck="false"><button type="button" id="reset">Reset</button>
<p class="graph-said" role="status"><span id="found"></span> <span id="zoomed"></span></p></div>
<div id="graph" role="img" aria-label="${label}"><noscript><p>The flame graph is drawn by the script in this page, which this browser does not run. The tables below need none.</p></noscript></div>
<p class="graph-note" id="graph-help">Click a box to zoom to it; Escape shows the whole graph again. <kbd>/</kbd> goes to the search, Enter there to the next box found. ${graphNote(parts)}</p>
</section>`;
}

/** What is not drawn, and how the widths are to be read. */
function graphNote({ what, subject, graph, leastShare }: PageParts): string {
  const sentences = [
    subject.compared === null
      ? 'A box is as wide as what it and its callees take.'
      : 'A box is as wide as before and after together.',
  ];
  const least = formatShare(leastShare, 1);
  const raised =
    leastShare > what.leastShare
      ? ` (raised from ${formatShare(what.leastShare, 1)} so that the page opens quickly)`
      : '';
  const merged =
    graph.merged === 0
      ? 'there are none'
      : `${counted(graph.merged, 'box', 'boxes')} in ${counted(graph.remainders, 'hatched remainder', 'hatched remainders')}; what they call is inside them`;
  sentences.push(`Boxes under ${least} of all${raised} are merged and counted: ${merged}.`);
  if (graph.deeper > 0) {
    sentences.push(
      `${counted(graph.deeper, 'box', 'boxes')} deeper than ${formatInteger(MOST_LEVELS)} calls ${graph.deeper === 1 ? 'is' : 'are'} not shown.`,
    );
  }
  return sentences.join(' ');
}
