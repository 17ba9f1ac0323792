import type { Pattern, Site, SiteRow, Sites } from '../../../bridge/sites-api.ts';
import type {
  Phrase,
  ReportCell,
  ReportSection,
} from '../../../core/text/report/report-document.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { formatBytes } from '../../../core/units/bytes.ts';
import { formatCount } from '../../../core/units/count.ts';
import { formatShare } from '../../../core/units/share.ts';
import { notANumber } from '../../../core/units/signs.ts';
import { counted } from '../../counted.ts';
import { perSentence, sentences } from './per-sentence.ts';

/** Sites that a report names. */
const NAMED = 10;

/**
 * The lines that allocate most, by which pattern, and what that rests on. `per` is what values are divided by, such
 * as `request`; null where they are not.
 */
export function sitesSection(
  sites: Sites,
  { isComparison, per }: { readonly isComparison: boolean; readonly per: string | null },
): ReportSection {
  const { after, before, rows, patterns } = sites;
  const named = formatShare(after.namedObjects, after.objects);
  const rests = after.hasCompiler
    ? 'by the stacks and the compiler’s messages'
    : 'by the stacks alone: with the compiler’s messages more could be said';
  return {
    title: 'Where it allocates, and how',
    paragraphs: [
      [`A pattern is borne out at the lines of ${named} of the objects, ${rests}.`],
      ...patterns.filter(({ id }) => isNamed(rows.slice(0, NAMED), id)).map(patternWords),
    ],
    tables: [
      {
        title: 'Allocation sites',
        note: sentences(
          `The heaviest of ${counted(sites.siteCount, 'line', 'lines')} that allocate, by themselves or by what they call of Go’s library.`,
          perSentence(per),
        ),
        headings: isComparison
          ? ['line', 'pattern', 'objects before', 'objects after', 'bytes after']
          : ['line', 'pattern', 'objects', '% of all', 'bytes'],
        rows: rows.slice(0, NAMED).map((row) => {
          const shown = row.after ?? row.before;
          if (shown === null) return [];
          const is = row.after;
          return [
            lineCell(shown),
            patternCell(shown, patterns),
            ...(isComparison
              ? [
                  objectsCell(row.before, before?.scale ?? 1),
                  objectsCell(is, after.scale),
                  bytesCell(is, after.scale),
                ]
              : [
                  objectsCell(is, after.scale),
                  { text: [formatShare(shown.objects, after.objects)] },
                  bytesCell(is, after.scale),
                ]),
          ];
        }),
        empty: 'No line of code was found that allocates.',
      },
    ],
  };
}

const isNamed = (rows: readonly SiteRow[], pattern: string): boolean =>
  rows.some(({ after, before }) =>
    (after ?? before)?.names.some((name) => name.pattern === pattern),
  );

const patternWords = ({ name, meaning, advice, exception }: Pattern): Phrase[] => [
  `${name}: ${[meaning, advice, exception].filter((words) => words !== '').join(' ')}`,
];

const lineCell = ({ functionName, file, line, called }: Site): ReportCell => ({
  text: [{ code: visibleText(functionName) }],
  note: visibleText(
    `${file}:${line}${called.length === 0 ? '' : `, by ${called.slice(0, 3).join(', ')}`}`,
  ),
});

function patternCell({ names }: Site, patterns: readonly Pattern[]): ReportCell {
  const [first] = names;
  if (first === undefined) return { text: ['none borne out'], tone: 'doubtful' };
  const words = names.map(({ pattern, certainty }) => {
    const name = patterns.find(({ id }) => id === pattern)?.name ?? pattern;
    return certainty === 'shown' ? name : `${name} (likely)`;
  });
  const says = first.evidence.map(({ says: sentence }) => sentence).join(' ');
  return { text: [words.join('; ')], note: visibleText(says) };
}

const objectsCell = (site: SiteRow['after'], scale: number): ReportCell => ({
  text: [site === null ? notANumber : formatCount(site.objects * scale)],
});

const bytesCell = (site: SiteRow['after'], scale: number): ReportCell => ({
  text: [site === null ? notANumber : formatBytes(site.bytes * scale)],
});
