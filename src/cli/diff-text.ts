import { visibleText } from '../core/text/visible-text.ts';
import { pprofPercent } from '../core/units/pprof-percent.ts';
import { selectReportUnit } from '../core/units/pprof-report-unit.ts';
import { pprofLabel } from '../core/units/pprof-value.ts';
import { type Mark, markOf } from './certainty.ts';
import { comparisonLines } from './diff-header.ts';
import type { DiffOptions } from './diff-options.ts';
import type { DiffReport, DiffRow } from './diff-report.ts';
import { type DiffSubject, perOf } from './diff-view.ts';
import { filterLines } from './header-text.ts';
import { shownNumber } from './shown-number.ts';

/**
 * A comparison as `go tool pprof -top -diff_base` prints it, with signs on percentages, and for each row
 * the values before and after and a mark that says whether the change is real.
 */
export function diffText(subject: DiffSubject, options: DiffOptions, report: DiffReport): string {
  const { percent, sampleType, changedRows, scale } = report;
  const rows = report.rows.slice(0, Math.min(options.nodes ?? changedRows, changedRows));
  const flat = rows.map(({ delta }) => delta.flat);
  const cum = rows.map(({ delta }) => delta.cum);
  const unit = selectReportUnit({ flat, cum }, percent.total, sampleType.unit);
  const isDivided = perOf(subject, subject.pair) !== null;
  const label = (value: number) =>
    isDivided
      ? shownNumber(value, sampleType.unit, unit)
      : pprofLabel(value, sampleType.unit, unit);
  const share = (value: number) => signedPercent(value, percent.total);
  const flatTotal = flat.reduce((sum, value) => sum + value, 0);
  const lines = [
    ...comparisonLines(subject, options, report, label),
    ...filterLines(options.focus?.pattern.text ?? null),
    `Showing nodes accounting for ${label(flatTotal)}, ${share(flatTotal)} of ${label(percent.total)} total`,
  ];
  if (percent.total !== 0 && rows.length > 0 && rows.length < changedRows) {
    lines.push(`Showing top ${rows.length} nodes out of ${changedRows}`);
  }
  lines.push('      flat   flat%    sum%        cum    cum%     before      after  mark');
  const column = options.order;
  let flatSum = 0;
  for (const row of rows) {
    flatSum += row.delta.flat;
    const columns = [
      label(row.delta.flat).padStart(10),
      share(row.delta.flat).padStart(7),
      share(flatSum).padStart(7),
      label(row.delta.cum).padStart(10),
      share(row.delta.cum).padStart(7),
      label(row.before[column] * scale.before).padStart(10),
      label(row.after[column] * scale.after).padStart(10),
    ];
    const mark = rowMark(row, column, report).padEnd(5);
    lines.push(`${columns.join(' ')}  ${mark}  ${nameText(row)}`);
  }
  return `${lines.join('\n')}\n`;
}

function rowMark(row: DiffRow, column: 'flat' | 'cum', { confidence }: DiffReport): Mark {
  const level = 'reason' in confidence ? null : confidence.level;
  return markOf(row.delta[column], row.certainty?.[column] ?? null, level);
}

function nameText({ name, nameBefore }: DiffRow): string {
  return visibleText(nameBefore === '' ? name : `${name} (was ${nameBefore})`);
}

/** pprof's percentage, which has no sign, with the sign of the value. */
function signedPercent(value: number, total: number): string {
  const percent = pprofPercent(value, total);
  return value < 0 && percent !== '0%' ? `-${percent}` : percent;
}
