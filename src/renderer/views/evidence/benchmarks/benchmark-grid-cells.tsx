import type { BenchmarkTable } from '../../../../bridge/benchmarks-api.ts';
import { visibleText } from '../../../../core/text/visible-text.ts';
import {
  benchmarkCell,
  outcomeOf,
  sideFigure,
  summaryWords,
} from '../../../../words/evidence/benchmark-cells.ts';
import type { BenchmarkColumnId } from '../../../../words/evidence/benchmark-columns.ts';
import type { BenchmarkLine } from '../../../../words/evidence/benchmark-lines.ts';
import type { ChangeTone } from '../../../../words/table/change-tone.ts';
import { IntervalPlot, type PlottedInterval } from '../../comparison/details/interval-plot.tsx';
import { ChangeText } from '../../comparison/table/change-text.tsx';
import type { GridCells } from '../../table/grid-rows.ts';
import { outcomeTone } from './outcome-tone.ts';

/** The cells of a list of benchmarks. */
export function benchmarkGridCells(
  lines: readonly BenchmarkLine[],
  isSingle: boolean,
  headingKeys: readonly string[],
): GridCells<BenchmarkColumnId> {
  const text = (line: BenchmarkLine, column: BenchmarkColumnId) =>
    visibleText(benchmarkCell(line, column, isSingle));
  return {
    content: (row, column) => {
      const line = lines[row];
      if (line === undefined) return '';
      switch (column) {
        case 'before':
        case 'after': {
          const { figure, spread } = sideFigure(line, column);
          return (
            <>
              {figure} <span className="benchmark-spread">{spread}</span>
            </>
          );
        }
        case 'intervals':
          return <IntervalPlot intervals={intervalsOf(line)} rowHeight={isSingle ? 22 : 11} />;
        case 'verdict':
          if (line.kind === 'geomean') return text(line, column);
          return <ChangeText tone={toneOf(line, isSingle)} text={text(line, column)} />;
        case 'change':
          return <ChangeText tone={toneOf(line, isSingle)} text={text(line, column)} />;
        default:
          return text(line, column);
      }
    },
    title: (row, column) => {
      const line = lines[row];
      if (line === undefined) return '';
      if (column === 'before' || column === 'after') return summaryWords(line, column);
      if (column === 'intervals') {
        return [summaryWords(line, 'before'), summaryWords(line, 'after')].join('\n').trim();
      }
      return text(line, column);
    },
    kind: (row) => lines[row]?.kind,
    whole: (row) => {
      const line = lines[row];
      return line?.kind === 'heading' ? <Heading table={line.table} keys={headingKeys} /> : null;
    },
  };
}

const better: Readonly<Record<NonNullable<BenchmarkTable['better']>, string>> = {
  lower: 'lower is better',
  higher: 'higher is better',
};

/** The unit of the benchmarks below, and what they do not share with others. */
function Heading({
  table,
  keys,
}: {
  readonly table: BenchmarkTable;
  readonly keys: readonly string[];
}) {
  const settings = table.config.filter(([key, value]) => keys.includes(key) && value !== '');
  return (
    <span className="benchmark-heading">
      <strong>{visibleText(table.unit)}</strong>
      {settings.map(([key, value]) => (
        <span key={key}>
          {visibleText(key)} <b>{visibleText(value)}</b>
        </span>
      ))}
      {table.better !== null && <small>{better[table.better]}</small>}
      {table.assumption === 'exact' && <small>exact</small>}
    </span>
  );
}

function intervalsOf(line: BenchmarkLine): PlottedInterval[] {
  if (line.kind !== 'benchmark') return [];
  return (['before', 'after'] as const).flatMap((side) => {
    const summary = line.row[side];
    if (summary === null) return [];
    const { low, high, smallest, largest, center } = summary;
    const isUnbounded = !Number.isFinite(low) || !Number.isFinite(high);
    const [from, to] = isUnbounded ? [smallest, largest] : [low, high];
    return [{ side, low: from, high: to, value: center, isUnbounded }];
  });
}

/** Green for the better and orange for the worse, whichever way the unit goes. */
function toneOf(line: BenchmarkLine, isSingle: boolean): ChangeTone | null {
  const outcome = outcomeOf(line, isSingle);
  if (outcome !== null) return outcomeTone[outcome] ?? null;
  if (line.kind === 'heading' || line.table.geomean.ratio === null) return null;
  const { ratio } = line.table.geomean;
  if (line.table.better === null || ratio === 1) return null;
  return ratio < 1 === (line.table.better === 'lower') ? 'fall' : 'rise';
}
