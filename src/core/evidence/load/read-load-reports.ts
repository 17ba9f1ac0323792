import { UnreadableCounter, type UnreadableLines } from '../unreadable-lines.ts';
import { HEY_START, readHey } from './hey.ts';
import { HEY_CSV_START, readHeyCsv } from './hey-csv.ts';
import { readJsonReport } from './json-report.ts';
import type { LoadReport } from './load-report.ts';
import { readVegeta, VEGETA_START } from './vegeta.ts';
import { readWrk, WRK_START } from './wrk.ts';

/** Reports of load generators, and where one seems to begin that could not be read. */
export interface LoadReports {
  readonly reports: readonly LoadReport[];
  readonly unreadable: UnreadableLines;
}

/** The tools that write text: what a report of theirs begins with, and what reads it from there on. */
const TOOLS: readonly {
  readonly start: RegExp;
  readonly read: (text: string) => LoadReport | null;
}[] = [
  { start: HEY_START, read: readHey },
  { start: HEY_CSV_START, read: readHeyCsv },
  { start: WRK_START, read: readWrk },
  { start: VEGETA_START, read: readVegeta },
];

/** What any report has: most texts have none of them, which is told soonest so. */
const SIGNS = ['Requests/sec', 'response-time,', 'Requests  ', '"latencies"', '"Elapsed"'];

const NONE: LoadReports = { reports: [], unreadable: new UnreadableCounter() };

/** The reports of load generators in a text, in their order. Other lines may stand before and after each. */
export function readLoadReports(text: string): LoadReports {
  if (!SIGNS.some((sign) => text.includes(sign))) return NONE;
  const lines = text.split(/\r?\n/);
  const starts = lines.flatMap((line, at) => {
    const tool = TOOLS.find(({ start }) => start.test(line.trimEnd()));
    return tool === undefined ? [] : [{ at, read: tool.read }];
  });
  const reports: LoadReport[] = [];
  const unreadable = new UnreadableCounter();
  starts.forEach(({ at, read }, index) => {
    const report = read(lines.slice(at, starts[index + 1]?.at).join('\n'));
    if (report === null) unreadable.add(at + 1);
    else reports.push(report);
  });
  return { reports: [...reports, ...jsonReports(text, lines)], unreadable };
}

/** Reports in JSON: the whole text is one, or lines are. */
function jsonReports(text: string, lines: readonly string[]): LoadReport[] {
  const whole = jsonReport(text);
  return whole === null ? lines.flatMap((line) => jsonReport(line) ?? []) : [whole];
}

function jsonReport(text: string): LoadReport | null {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{') || !trimmed.endsWith('}')) return null;
  try {
    return readJsonReport(JSON.parse(trimmed));
  } catch {
    return null;
  }
}
