/** The line that a file of `-json=0,DIR` begins with (`VersionHeader` in cmd/compile/internal/logopt). */
interface LogHeader {
  readonly packagePath: string;
  readonly goVersion: string;
  readonly file: string;
}

/** A line after it: a diagnostic of the Language Server Protocol, with positions that count from 1. */
export interface LoggedDiagnostic {
  readonly code: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** Where the body stands that was inlined here, innermost; null when none was. */
  readonly inlined: LoggedPlace | null;
  /** What the lines of its explanation would say with -m=2, and where. */
  readonly steps: readonly { readonly text: string; readonly place: LoggedPlace }[];
}

interface LoggedPlace {
  /** '' when unknown. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type JsonLine =
  | { readonly is: 'header'; readonly header: LogHeader }
  | { readonly is: 'diagnostic'; readonly diagnostic: LoggedDiagnostic }
  | 'unreadable'
  | 'other';

/** What a line that begins with a brace is. */
export function readJsonLine(line: string): JsonLine {
  const marks = JSON_MARKS.find((mark) => line.includes(mark));
  if (marks === undefined) return 'other';
  const value = parsed(line);
  if (value === null) return 'unreadable';
  if (typeof value.gc_version === 'string') {
    const packagePath = text(value.package).replace('\0', '');
    return {
      is: 'header',
      header: { packagePath, goVersion: value.gc_version, file: text(value.file) },
    };
  }
  return value.source === 'go compiler'
    ? { is: 'diagnostic', diagnostic: loggedDiagnostic(value) }
    : 'other';
}

const JSON_MARKS = ['"gc_version":', '"source":"go compiler"'];

function loggedDiagnostic(value: Fields): LoggedDiagnostic {
  const { line, column } = startOf(value);
  const related = Array.isArray(value.relatedInformation)
    ? value.relatedInformation.map(fields)
    : [];
  const said = related.findIndex((item) => item.message !== INLINED);
  const inlined = related.slice(0, said < 0 ? related.length : said).at(-1);
  return {
    code: text(value.code),
    message: text(value.message),
    line,
    column,
    inlined: inlined === undefined ? null : placeOf(inlined),
    steps: related
      .filter((item) => item.message !== INLINED)
      .map((item) => ({
        text: text(item.message)
          .replace(/^escflow:/, '')
          .trim(),
        place: placeOf(item),
      })),
  };
}

/** Message of a position inside an inlined body, innermost last, of what stands before it. */
const INLINED = 'inlineLoc';

function placeOf(item: Fields): LoggedPlace {
  const location = fields(item.location);
  return { file: pathOf(text(location.uri)), ...startOf(location) };
}

function startOf(value: Fields): { line: number; column: number } {
  const start = fields(fields(value.range).start);
  return { line: count(start.line), column: count(start.character) };
}

/** The path of a file's URI; `file:` alone is that of an unknown place. */
function pathOf(uri: string): string {
  const path = uri.replace(/^file:(?:\/\/)?/, '').replace(/^\/(?=[A-Za-z]:)/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What lines of all these forms may have; nothing is known of what it is. */
interface Fields {
  readonly gc_version?: unknown;
  readonly package?: unknown;
  readonly file?: unknown;
  readonly source?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly relatedInformation?: unknown;
  readonly location?: unknown;
  readonly uri?: unknown;
  readonly range?: unknown;
  readonly start?: unknown;
  readonly line?: unknown;
  readonly character?: unknown;
}

function parsed(line: string): Fields | null {
  try {
    return fields(JSON.parse(line));
  } catch {
    return null;
  }
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? value : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value < 2 ** 31
    ? value
    : 0;
}
