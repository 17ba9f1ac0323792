import type { Profile } from '../core/profile/profile.ts';
import { baseName } from '../core/text/path.ts';
import { visibleText } from '../core/text/visible-text.ts';
import { pprofPercent } from '../core/units/pprof-percent.ts';
import { selectReportUnit } from '../core/units/pprof-report-unit.ts';
import { pprofLabel, scaleValue } from '../core/units/pprof-value.ts';
import { filterLines, timeText } from './header-text.ts';
import type { TopReport } from './top-report.ts';

/** The table as `go tool pprof -top` prints it (printText in internal/report/report.go). */
export function topText(profile: Profile, report: TopReport): string {
  const { rows, total, sampleType } = report;
  const flat = rows.map((row) => row.flat);
  const cum = rows.map((row) => row.cum);
  const unit = selectReportUnit({ flat, cum }, total, sampleType.unit);
  const label = (value: number) => pprofLabel(value, sampleType.unit, unit);
  const lines = [
    ...profileLabels(profile, report, label),
    ...reportLabels(report, label),
    '      flat  flat%   sum%        cum   cum%',
  ];
  let flatSum = 0;
  for (const row of rows) {
    flatSum += row.flat;
    const columns = [
      label(row.flat).padStart(10),
      paddedPercent(row.flat, total),
      paddedPercent(flatSum, total),
      label(row.cum).padStart(10),
      paddedPercent(row.cum, total),
    ];
    lines.push(`${columns.join(' ')}  ${visibleText(row.name)}${row.mark}`);
  }
  return `${lines.join('\n')}\n`;
}

type Label = (value: number) => string;

function profileLabels(profile: Profile, { sampleType, total }: TopReport, label: Label): string[] {
  const { mappings, comments, docUrl, timeNanos, durationNanos } = profile;
  const file = mappings.filename[0] ?? '';
  const buildId = mappings.buildId[0] ?? '';
  const lines: string[] = [];
  if (file !== '') lines.push(`File: ${baseName(file)}`);
  if (buildId !== '') lines.push(`Build ID: ${buildId}`);
  const shown = comments.filter((comment) => !comment.startsWith('#'));
  lines.push(...shown.flatMap((comment) => comment.split('\n')));
  if (sampleType.type !== '') lines.push(`Type: ${sampleType.type}`);
  if (docUrl !== '') lines.push(`Doc: ${docUrl}`);
  if (timeNanos !== 0n) lines.push(`Time: ${timeText(Number(timeNanos / 1_000_000n))}`);
  if (durationNanos !== 0n) {
    const duration = Number(durationNanos);
    const { value, unit } = scaleValue(total, sampleType.unit, 'nanoseconds');
    const share = Math.trunc(value);
    const ratio = unit === 'ns' && value !== 0 ? `(${paddedPercent(share, duration)})` : '';
    const text = pprofLabel(duration, 'nanoseconds');
    lines.push(`Duration: ${text}, Total samples = ${label(total)} ${ratio}`);
  }
  return lines.map(visibleText);
}

function reportLabels({ rows, allRows, total, focus }: TopReport, label: Label): string[] {
  const flatSum = rows.reduce((sum, row) => sum + row.flat, 0);
  const share = pprofPercent(flatSum, total);
  const lines = [
    `Showing nodes accounting for ${label(flatSum)}, ${share} of ${label(total)} total`,
  ];
  lines.unshift(...filterLines(focus));
  if (total !== 0 && rows.length > 0 && rows.length < allRows) {
    lines.push(`Showing top ${rows.length} nodes out of ${allRows}`);
  }
  return lines;
}

function paddedPercent(value: number, total: number): string {
  return pprofPercent(value, total).padStart(6);
}
