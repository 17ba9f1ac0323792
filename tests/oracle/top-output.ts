/** What `go tool pprof -top` printed. */
export interface TopOutput {
  /** `flat, share of total` that the shown rows account for, and the total, as printed. */
  readonly accounted: string;
  readonly rows: readonly TopRow[];
}

/** A line of the table, as printed but for the padding. */
export interface TopRow {
  readonly flat: string;
  readonly flatPercent: string;
  readonly sumPercent: string;
  readonly cum: string;
  readonly cumPercent: string;
  /** With the mark of an inlined frame. */
  readonly name: string;
}

const columnTitles = /^ +flat +flat% +sum% +cum +cum%$/;
const rowColumns = /^ *(\S+) +(\S+%) +(\S+%) +(\S+) +(\S+%) {2}(.*)$/;

/** Takes the output apart. Throws where there is no table. */
export function parseTopOutput(text: string): TopOutput {
  const lines = text.replace(/\n$/, '').split('\n');
  const title = lines.findIndex((line) => columnTitles.test(line));
  const accounted = lines.find((line) => line.startsWith('Showing nodes accounting for '));
  if (title < 0 || accounted === undefined) throw new Error('This is no output of pprof -top.');
  const rows: TopRow[] = [];
  for (const line of lines.slice(title + 1)) {
    const match = rowColumns.exec(line);
    const previous = rows.at(-1);
    if (match !== null) {
      const [, flat = '', flatPercent = '', sumPercent = '', cum = '', cumPercent = '', name = ''] =
        match;
      rows.push({ flat, flatPercent, sumPercent, cum, cumPercent, name });
    } else if (previous === undefined) {
      throw new Error(`This is no row of pprof -top: ${line}`);
    } else {
      // A name may contain line breaks, which pprof prints as they are.
      rows[rows.length - 1] = { ...previous, name: `${previous.name}\n${line}` };
    }
  }
  return { accounted, rows };
}
