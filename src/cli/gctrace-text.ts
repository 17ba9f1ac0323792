import type { CollectorFigures } from '../core/evidence/gctrace/figures.ts';
import { processCount } from '../core/evidence/gctrace/gctrace.ts';
import { spanOfProcess } from '../core/evidence/gctrace/window.ts';
import { visibleText } from '../core/text/visible-text.ts';
import { counted } from '../words/counted.ts';
import {
  COARSE_NOTE,
  FIGURE_GROUPS,
  type FigureKind,
  shownFigure,
  shownFigureChange,
} from '../words/evidence/collector-figures.ts';
import { collectorSentences, symptomChange } from '../words/evidence/collector-sentences.ts';
import { unreadableWords } from '../words/evidence/finding-words.ts';
import type { TraceSide } from './gctrace-side.ts';

/** The figures of a trace, or of two beside each other, for people. */
export function gctraceText(before: TraceSide | null, after: TraceSide): string {
  const rows = FIGURE_GROUPS.flatMap(({ title, kinds }) => [
    [`${title}:`],
    ...kinds.map((kind) => [`  ${kind.title}`, ...cellsOf(before, after, kind)]),
  ]);
  const headings = before === null ? [] : [['', 'before', 'after', 'change', 'ratio']];
  const table = aligned([...headings, ...rows]);
  const note = table.some((line) => line.includes('≈')) ? ['', COARSE_NOTE] : [];
  return [...headOf(before, after), '', ...table, ...note, ''].join('\n');
}

function headOf(before: TraceSide | null, after: TraceSide): string[] {
  if (before === null) return [...aboutSide('Trace', after), ...collectorSentences(after.figures)];
  return [
    ...aboutSide('Before', before),
    ...aboutSide('After', after),
    ...[symptomChange(before.figures, after.figures)].filter((sentence) => sentence !== ''),
    ...collectorSentences(before.figures).map((sentence) => `Before: ${sentence}`),
    ...collectorSentences(after.figures).map((sentence) => `After: ${sentence}`),
  ];
}

function aboutSide(
  title: string,
  { name, trace, window, figures, unreadable }: TraceSide,
): string[] {
  const { process, span } = window;
  const processes = processCount(trace);
  const whose =
    process === null
      ? `, of ${processes} processes`
      : processes > 1
        ? `, process ${process + 1} of ${processes}`
        : '';
  const isWhole =
    span === null || (span.from === 0 && span.to === spanOfProcess(trace, process ?? 0).to);
  const when = isWhole ? '' : ` from ${seconds(span.from)} to ${seconds(span.to)}`;
  const held = counted(figures.collections, 'collection', 'collections');
  const damaged = unreadableWords({ kind: 'gctrace', count: 0, unreadable });
  return [
    `${title}: ${visibleText(name)}, ${held} in ${seconds(figures.seconds)}${when}${whose}`,
    ...(damaged === '' ? [] : [`Warning: ${damaged}`]),
  ];
}

const seconds = (value: number) => `${Number(value.toFixed(3))} s`;

function cellsOf(before: TraceSide | null, after: TraceSide, kind: FigureKind): string[] {
  const write = (figures: CollectorFigures) => shownFigure(figures, kind).text;
  if (before === null) return [write(after.figures)];
  const { change, ratio } = shownFigureChange(before.figures, after.figures, kind);
  return [write(before.figures), write(after.figures), change.text, ratio.text];
}

/** The first column to the left, the others to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(...rows.map((cells) => cells.length));
  // Headings of groups have no cells, and may be as long as they are.
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((cells) => (cells.length > 1 ? (cells[column] ?? '').length : 0))),
  );
  return rows.map((cells) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart((widths[column] ?? 0) + 2),
      )
      .join('')
      .trimEnd(),
  );
}
