/** A function of `go tool pprof -list`, with the lines that it prints of it. */
export interface ListedRoutine {
  readonly name: string;
  readonly file: string;
  readonly lines: readonly ListedLine[];
}

interface ListedLine {
  readonly line: number;
  /** As pprof prints them, without their unit. */
  readonly flat: number;
  readonly cum: number;
  readonly text: string;
}

/** Reads what `go tool pprof -list` printed with the sample type's own unit. */
export function parseListOutput(output: string): ListedRoutine[] {
  const routines: (ListedRoutine & { lines: ListedLine[] })[] = [];
  for (const row of output.split('\n')) {
    const [, name, file] = /^ROUTINE =+ (\S+) in (\S+)$/.exec(row) ?? [];
    if (name !== undefined && file !== undefined) routines.push({ name, file, lines: [] });
    const [, flat, cum, line, text] = /^ *(\S+) +(\S+) +(\d+):(.*)$/.exec(row) ?? [];
    if (flat === undefined || cum === undefined || text === undefined) continue;
    routines.at(-1)?.lines.push({
      line: Number(line),
      flat: printedValue(flat),
      cum: printedValue(cum),
      text,
    });
  }
  return routines;
}

const printedValue = (printed: string) => (printed === '.' ? 0 : Number.parseFloat(printed));
