import type { NamedSite } from '../core/analysis/sites/named-site.ts';
import { visibleText } from '../core/text/visible-text.ts';
import { formatBytes } from '../core/units/bytes.ts';
import { formatCount } from '../core/units/count.ts';
import { formatShare } from '../core/units/share.ts';
import { counted } from '../words/counted.ts';
import {
  certaintyWords,
  quoteText,
  siteFunction,
  waysWords,
} from '../words/evidence/site-words.ts';

/** The sites of a profile, the heaviest first. */
export interface SitesReport {
  /** Those to be printed. */
  readonly sites: readonly NamedSite[];
  /** How many there are. */
  readonly siteCount: number;
  /** Of all of them. */
  readonly objects: number;
  readonly bytes: number;
  /** Names of the sample types. */
  readonly objectType: string;
  readonly byteType: string;
  /** What costs are divided by. */
  readonly per: number;
}

/** The lines that allocate, with the patterns that are borne out and what those rest on. */
export function sitesText(report: SitesReport): string {
  const { sites, siteCount, objects, per } = report;
  const namedObjects = sites.reduce((sum, site) => sum + site.namedObjects, 0);
  const named = sites.filter(({ names }) => names.length > 0).length;
  const shown = sites.length < siteCount ? `; the ${sites.length} heaviest of them:` : ':';
  return [
    `${counted(siteCount, 'line allocates', 'lines allocate')}${shown} ${named} ${named === 1 ? 'has' : 'have'} a name, which is ${formatShare(namedObjects, objects)} of all objects`,
    '',
    '  objects      bytes',
    ...sites.flatMap((site) => ['', ...linesOf(site, per)]),
    '',
  ].join('\n');
}

function linesOf(site: NamedSite, per: number): string[] {
  const { path, line, text, names, objects, bytes } = site;
  const place = path === '' ? '' : `  ${visibleText(path)}${line > 0 ? `:${line}` : ''}`;
  const head = `${costOf(objects / per, bytes / per)}  ${siteFunction(site)}${place}`;
  const quote = text === '' ? [] : [`${INDENT}${quoteText(text)}`];
  if (names.length === 0) {
    return [head, ...quote, `${INDENT}No pattern is borne out. ${waysWords(site)}`];
  }
  return [
    head,
    ...quote,
    ...names.flatMap((name) => [
      `${costOf(name.objects / per, name.bytes / per)}    ${name.rule.name}, ${certaintyWords(name)}${name.isShared ? ' (one of several)' : ''}`,
      ...name.evidence.map(
        ({ says, quote: words, witness }) =>
          `${INDENT}  ${visibleText(says)}${witness === 'compiler' && words !== '' ? ` “${quoteText(words)}”` : ''}`,
      ),
      `${INDENT}  Helps: ${name.rule.advice}`,
    ]),
  ];
}

const INDENT = ' '.repeat(23);

const costOf = (objects: number, bytes: number) =>
  `${formatCount(objects).padStart(9)} ${formatBytes(bytes).padStart(10)}`;
