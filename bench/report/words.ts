import type { Spread } from '../statistics.ts';

export function milliseconds(value: number): string {
  return value < 10 ? `${value.toFixed(1)} ms` : `${value.toFixed(0)} ms`;
}

/** Median, and the minimum in brackets. */
export function spreadOfMs({ median, min }: Spread): string {
  return `${milliseconds(median)} (${milliseconds(min)})`;
}

export function megabytes(bytes: number | null): string {
  return bytes === null ? 'unknown' : `${(bytes / 1e6).toFixed(0)} MB`;
}

export function ratio(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)}x`;
}

export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** Columns by their widest cell; all but the first are aligned to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
