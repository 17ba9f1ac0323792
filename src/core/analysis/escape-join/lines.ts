import {
  DiagnosticKind,
  type EscapeEvidence,
  saysAllocation,
} from '../../evidence/escape/diagnostics.ts';
import { parseGoName } from '../../text/go-name.ts';
import type { FrameTable } from '../frames.ts';
import { DiagnosticLines } from './diagnostic-lines.ts';
import { type EscapeJoin, JoinClass } from './escape-join.ts';

/**
 * The lines of a program that allocate or that the compiler speaks of: first those of a join, in its order, then
 * those that cost nothing there, by file and line. -1 is "none" in columns that refer to rows.
 */
export interface EscapeLines {
  readonly length: number;
  /** Row of the join; -1 for lines that cost nothing. */
  readonly site: Int32Array;
  /** Row of `paths`. */
  readonly path: Int32Array;
  /** As the profile names them, or the compiler's output for files of which no line costs anything. */
  readonly paths: readonly string[];
  /** 0 unknown. */
  readonly line: Float64Array;
  /** As the profile names it, else as the compiler does within the package; '' unknown. */
  readonly functionName: readonly string[];
  readonly objects: Float64Array;
  readonly bytes: Float64Array;
  /** One of `JoinClass`; `explained` or `lineSilent` for lines that cost nothing. */
  readonly joinClass: Uint8Array;
  /** Bits of `LineFlag`. */
  readonly flags: Uint8Array;
  /** `length + 1` entries: what was said of row i is message[messageStart[i]..messageStart[i + 1]). */
  readonly messageStart: Int32Array;
  /** Rows of the diagnostics, those that say of an allocation first. */
  readonly message: Int32Array;
}

/** What there is about a line. */
export const LineFlag = {
  /** The compiler says that something is allocated. */
  allocation: 1,
  /** It costs something, and the compiler says of no allocation. */
  silent: 2,
  /** A parameter leaks. */
  leak: 4,
  /** Something does not escape. */
  kept: 8,
  /** Something else was said, such as what is inlined. */
  other: 16,
} as const;

/** Lists the lines of what the compiler said, with those of a join of it where there is one. */
export function escapeLines(
  evidence: EscapeEvidence,
  joined: { readonly join: EscapeJoin; readonly frames: FrameTable } | null,
): EscapeLines {
  const listing = new Listing(evidence);
  if (joined !== null) listing.addSites(joined.join, joined.frames);
  listing.addRest();
  return listing.finish();
}

/** A line before it is a row; the columns have its meaning. */
interface ListedLine extends Omit<LineOfEscapes, 'messages'> {
  readonly site: number;
  readonly flags: number;
  readonly messages: Int32Array;
}

class Listing {
  private readonly evidence: EscapeEvidence;
  private readonly isListed: Uint8Array;
  private readonly site: number[] = [];
  private readonly path: number[] = [];
  private readonly paths: string[] = [];
  private readonly pathRows = new Map<string, number>();
  private readonly line: number[] = [];
  private readonly functionName: string[] = [];
  private readonly objects: number[] = [];
  private readonly bytes: number[] = [];
  private readonly joinClass: number[] = [];
  private readonly flags: number[] = [];
  private readonly messageStart: number[] = [0];
  private readonly message: number[] = [];
  /** As the profile names a file of the diagnostics; '' where it knows none. */
  private readonly pathOfFile: string[];
  /** As the profile names a function, by its path and its name without the package. */
  private readonly nameOfFunction = new Map<string, string>();

  constructor(evidence: EscapeEvidence) {
    this.evidence = evidence;
    this.isListed = new Uint8Array(evidence.diagnostics.length);
    this.pathOfFile = evidence.files.path.map(() => '');
  }

  addSites(join: EscapeJoin, frames: FrameTable): void {
    join.files.file.forEach((file, row) => {
      if (file >= 0) this.pathOfFile[file] = join.files.path[row];
    });
    for (let row = 0; row < join.length; row++) {
      const frame = join.frame[row];
      this.knowFunction(frames.file[frame], frames.functionName[frame]);
      const said = join.message.subarray(join.messageStart[row], join.messageStart[row + 1]);
      const isExplained = join.joinClass[row] <= JoinClass.explainedAtCall;
      this.add({
        site: row,
        path: frames.file[frame],
        line: frames.line[frame],
        functionName: frames.functionName[frame],
        objects: join.objects[row],
        bytes: join.bytes[row],
        joinClass: join.joinClass[row],
        flags: this.flagsOf(said) | (isExplained ? 0 : LineFlag.silent),
        messages: said,
      });
    }
  }

  addRest(): void {
    const { diagnostics, files, texts } = this.evidence;
    const { order } = new DiagnosticLines(diagnostics, files.length);
    for (let at = 0; at < order.length; ) {
      const first = order[at];
      const start = at;
      const file = diagnostics.file[first];
      const line = diagnostics.line[first];
      while (
        at < order.length &&
        diagnostics.file[order[at]] === file &&
        diagnostics.line[order[at]] === line
      ) {
        at++;
      }
      const said = order.subarray(start, at).filter((row) => this.isListed[row] === 0);
      if (said.length === 0) continue;
      const flags = this.flagsOf(said);
      const joinClass = flags & LineFlag.allocation ? JoinClass.explained : JoinClass.lineSilent;
      const path = this.pathOfFile[file] || files.path[file];
      const own = texts[diagnostics.function[first]];
      const functionName = this.nameOfFunction.get(`${path} ${own}`) ?? own;
      const costsNothing = { site: -1, objects: 0, bytes: 0 };
      this.add({ ...costsNothing, path, line, functionName, joinClass, flags, messages: said });
    }
  }

  finish(): EscapeLines {
    return {
      length: this.site.length,
      site: Int32Array.from(this.site),
      path: Int32Array.from(this.path),
      paths: this.paths,
      line: Float64Array.from(this.line),
      functionName: this.functionName,
      objects: Float64Array.from(this.objects),
      bytes: Float64Array.from(this.bytes),
      joinClass: Uint8Array.from(this.joinClass),
      flags: Uint8Array.from(this.flags),
      messageStart: Int32Array.from(this.messageStart),
      message: Int32Array.from(this.message),
    };
  }

  private add(line: ListedLine): void {
    this.site.push(line.site);
    this.path.push(this.pathRow(line.path));
    this.line.push(line.line);
    this.functionName.push(line.functionName);
    this.objects.push(line.objects);
    this.bytes.push(line.bytes);
    this.joinClass.push(line.joinClass);
    this.flags.push(line.flags);
    for (const row of line.messages) {
      this.message.push(row);
      this.isListed[row] = 1;
    }
    this.messageStart.push(this.message.length);
  }

  private knowFunction(path: string, symbol: string): void {
    const { packagePath, receiver, name } = parseGoName(symbol);
    if (packagePath === '') return;
    const isPointer = receiver.startsWith('*');
    const member = receiver === '' ? name : `${isPointer ? `(${receiver})` : receiver}.${name}`;
    this.nameOfFunction.set(`${path} ${member}`, symbol);
  }

  private pathRow(path: string): number {
    const known = this.pathRows.get(path);
    if (known !== undefined) return known;
    const row = this.paths.push(path) - 1;
    this.pathRows.set(path, row);
    return row;
  }

  private flagsOf(said: Int32Array): number {
    const { kind } = this.evidence.diagnostics;
    let flags = 0;
    for (const row of said) flags |= flagOf(kind[row]);
    return flags;
  }
}

function flagOf(kind: number): number {
  if (saysAllocation(kind)) return LineFlag.allocation;
  switch (kind) {
    case DiagnosticKind.doesNotEscape:
    case DiagnosticKind.zeroCopy:
      return LineFlag.kept;
    case DiagnosticKind.leakingParam:
    case DiagnosticKind.leakingParamToResult:
    case DiagnosticKind.leakingParamContent:
    case DiagnosticKind.leakingClosureReference:
      return LineFlag.leak;
    default:
      return LineFlag.other;
  }
}

/** A line, for the few that are looked at. */
export interface LineOfEscapes {
  readonly path: string;
  readonly line: number;
  readonly functionName: string;
  readonly objects: number;
  readonly bytes: number;
  readonly joinClass: number;
  /** Rows of the diagnostics. */
  readonly messages: readonly number[];
}

/** The line of a row. */
export function lineAt(lines: EscapeLines, row: number): LineOfEscapes {
  return {
    path: lines.paths[lines.path[row]],
    line: lines.line[row],
    functionName: lines.functionName[row],
    objects: lines.objects[row],
    bytes: lines.bytes[row],
    joinClass: lines.joinClass[row],
    messages: [...lines.message.subarray(lines.messageStart[row], lines.messageStart[row + 1])],
  };
}
