import type { BenchmarkRow, BenchmarkTable } from '../core/evidence/benchmarks/benchmark-tables.ts';
import { commonScale, scaledText, type UnitScale } from '../core/evidence/benchmarks/unit-scale.ts';
import { visibleText } from '../core/text/visible-text.ts';
import {
  comparisonCautionText,
  geomeanCautionText,
  summaryCautionText,
} from '../words/evidence/benchmark-cautions.ts';
import {
  changeText,
  groundsText,
  signedPercent,
  spreadText,
} from '../words/evidence/benchmark-figures.ts';
import { layOut, type TextCell } from './text-layout.ts';

type Side = 'before' | 'after';

/** Names of the sides, as they were given. */
export type SideNames = Readonly<Record<Side, string>>;

/**
 * Tables as benchstat prints them, to the letter: golang.org/x/perf/cmd/benchstat, without options. Before each
 * stand the settings that are other than those of the table before.
 */
export function benchstatText(tables: readonly BenchmarkTable[], names: SideNames): string {
  const lines = tables.flatMap((table, at) => [
    ...(at > 0 ? [''] : []),
    ...settingLines(table, tables[at - 1]),
    ...new TableText(table, names).lines(),
  ]);
  return lines.map((line) => `${line}\n`).join('');
}

function settingLines(table: BenchmarkTable, previous: BenchmarkTable | undefined): string[] {
  return table.config
    .filter(([, value], at) => value !== previous?.config[at]?.[1])
    .map(([key, value]) => visibleText(`${key}: ${value}`));
}

/** Columns of a side: centre, spread, footnotes; of a second one also change, grounds, footnotes. */
const FIRST_SIDE = 1;
const SECOND_SIDE = 4;
const CHANGE = 7;
const EDGE = 10;

/** One table, which has a column for each side that has results in it. */
class TableText {
  private readonly table: BenchmarkTable;
  private readonly names: SideNames;
  private readonly sides: readonly Side[];
  private readonly notes: string[] = [];

  constructor(table: BenchmarkTable, names: SideNames) {
    this.table = table;
    this.names = names;
    this.sides = (['before', 'after'] as const).filter((side) =>
      table.rows.some((row) => row[side] !== null),
    );
  }

  lines(): string[] {
    const { rows } = this.table;
    const table = layOut([
      ...this.heading(),
      ...rows.map((row) => this.row(row)),
      ...(rows.length > 1 ? [this.geomean()] : []),
    ]);
    return [...table, ...this.notes.map((note, at) => `${superscript(at + 1)} ${note}`)];
  }

  private heading(): TextCell[][] {
    const over = { align: 'center', margin: ' │ ' } as const;
    const edge = { column: this.sides.length === 1 ? SECOND_SIDE : EDGE, text: '', margin: ' │' };
    const names = this.sides.map((side, at) => ({
      ...over,
      column: columnOf(at),
      span: at === 0 ? 3 : 6,
      text: visibleText(this.names[side]),
    }));
    const units = this.sides.flatMap((_, at): TextCell[] => [
      { ...over, column: columnOf(at), span: 3, text: visibleText(this.table.unit) },
      ...(at === 0 ? [] : [{ column: CHANGE, span: 3, text: 'vs base', margin: '  ' }]),
    ]);
    return [
      [...names, edge],
      [...units, edge],
    ];
  }

  private row(row: BenchmarkRow): TextCell[] {
    const centers = this.sides.flatMap((side) => row[side]?.center ?? []);
    const scale = commonScale(centers, this.table.unit);
    return [
      { column: 0, text: visibleText(row.name) },
      ...this.sides.flatMap((side, at) => this.summary(row, side, columnOf(at), scale)),
      ...this.change(row),
    ];
  }

  private summary(row: BenchmarkRow, side: Side, column: number, scale: UnitScale): TextCell[] {
    const summary = row[side];
    if (summary === null) return [];
    const { center, caution } = summary;
    return [
      { column, text: scaledText(center, scale), align: 'right' },
      { column: column + 1, text: spreadText(summary), align: 'right', margin: ' ± ' },
      this.footnotes(column + 2, caution === null ? [] : [summaryCautionText(caution)]),
    ];
  }

  private change({ before, after, comparison }: BenchmarkRow): TextCell[] {
    if (before === null || after === null || comparison === null) return [];
    const { caution } = comparison;
    const grounds = groundsText(comparison, before.runs, after.runs);
    return [
      {
        column: CHANGE,
        text: changeText(before.center, after.center, comparison),
        align: 'right',
      },
      { column: CHANGE + 1, text: `(${grounds})` },
      this.footnotes(CHANGE + 2, caution === null ? [] : [comparisonCautionText(caution)]),
    ];
  }

  private geomean(): TextCell[] {
    const { geomean, unit } = this.table;
    const cells = this.sides.flatMap((side, at): TextCell[] => {
      const mean = geomean[side];
      const column = columnOf(at);
      const notes = geomean.cautions[side].map(geomeanCautionText);
      return [
        ...(mean === null
          ? []
          : [
              {
                column,
                text: scaledText(mean, commonScale([mean], unit)),
                align: 'right',
              } as const,
            ]),
        ...(at === 0 ? [] : [ratioCell(geomean.ratio)]),
        this.footnotes(at === 0 ? SECOND_SIDE - 1 : EDGE - 1, notes),
      ];
    });
    return [{ column: 0, text: 'geomean' }, ...cells];
  }

  /** Notes are numbered as they come, and the same one has one number. */
  private footnotes(column: number, notes: readonly string[]): TextCell {
    const marks = notes
      .filter((note) => note !== '')
      .map((note) => {
        if (!this.notes.includes(note)) this.notes.push(note);
        return superscript(this.notes.indexOf(note) + 1);
      });
    return { column, text: marks.join(' ') };
  }
}

function columnOf(side: number): number {
  return side === 0 ? FIRST_SIDE : SECOND_SIDE;
}

function ratioCell(ratio: number | null): TextCell {
  if (ratio === null) return { column: CHANGE, text: '?' };
  return { column: CHANGE, text: signedPercent(ratio), align: 'right' };
}

function superscript(value: number): string {
  return [...String(value)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
}
