import type { Profile } from '../../profile/profile.ts';
import type { Replace } from '../../text/replacement.ts';
import type { FrameNumbers } from '../frame-numbers.ts';
import { type FrameIndex, type Granularity, printedName } from '../frames.ts';

/** A profile with its frames. */
export interface JoinInput {
  readonly profile: Profile;
  readonly index: FrameIndex;
}

/**
 * One side of a comparison: a row for each frame that is to be told apart there. Several frames are one
 * row where renaming made them the same. Columns hold what identifies a frame at the granularity, and 0
 * or '' for the rest.
 */
export interface JoinSide {
  readonly granularity: Granularity;
  /** Number of rows; typed columns may be longer. */
  readonly length: number;
  /** By frame of the side: its row. */
  readonly rowOf: Int32Array;
  /** The frame that a row is described by: the first one that was renamed, or the only one. */
  readonly frame: Int32Array;
  /** By which pprof joins rows: the number of what identifies the row, one numbering for both sides. */
  readonly number: Int32Array;
  /** The number of the row's function: its name, path and object file. */
  readonly functionNumber: Int32Array;
  readonly functionName: string[];
  readonly path: string[];
  readonly objectFile: string[];
  readonly line: Float64Array;
  readonly column: Float64Array;
  readonly address: BigUint64Array;
  /** Where the function starts, as far as it is known. */
  readonly startLine: Float64Array;
  /** Row of the side's mappings; -1 when unknown. */
  readonly mapping: Int32Array;
  readonly isRenamed: Uint8Array;
}

/** What the before side's mappings become: rows of the after side's, and those. */
interface MergedMappings {
  readonly into: Int32Array;
  readonly after: Profile['mappings'];
}

/**
 * Takes the frames of a side apart; those of the before side are renamed and moved to the after's
 * mappings. `numbers` is what both sides are numbered by.
 */
export function describeSide(
  { profile: { mappings }, index: { frames } }: JoinInput,
  granularity: Granularity,
  numbers: FrameNumbers,
  rename: Replace,
  merged: MergedMappings | null,
): JoinSide {
  const withPath = granularity !== 'functions';
  const withLine = granularity === 'lines' || granularity === 'addresses';
  const withAddress = granularity === 'addresses';
  const rows = new Map<number, number>();
  const side = emptySide(granularity, frames.length);
  let length = 0;
  for (let frame = 0; frame < frames.length; frame++) {
    const mapping = frames.mapping[frame];
    const mergedInto = merged !== null && mapping >= 0 ? merged.into[mapping] : -1;
    const path = withPath ? rename(frames.file[frame]) : '';
    const line = withLine ? frames.line[frame] : 0;
    const column = frames.column[frame];
    let functionName = rename(frames.functionName[frame]);
    let objectFile = '';
    let startLine = 0;
    let address = 0n;
    if (withAddress) {
      address = frames.address[frame];
      if (merged !== null && mergedInto >= 0) {
        const moved = address + merged.after.start[mergedInto] - mappings.start[mapping];
        address = BigInt.asUintN(64, moved);
      }
    }
    if (functionName === '') {
      if (mapping >= 0) objectFile = mappings.filename[mapping];
      if (merged !== null && mergedInto >= 0) objectFile = merged.after.filename[mergedInto];
      startLine = frames.startLine[frame];
      const printed = path === '' && line === 0 ? printedName(0n, '', '', 0, 0, objectFile) : '';
      const renamed = rename(printed);
      if (renamed !== printed) {
        functionName = renamed;
        objectFile = '';
        startLine = 0;
      }
    }
    const isRenamed =
      functionName !== frames.functionName[frame] || (withPath && path !== frames.file[frame]);
    const functionNumber = numbers.ofFunction(functionName, path, objectFile);
    const number = numbers.ofFrame(functionNumber, line, column, startLine, address);
    const known = rows.get(number);
    if (known !== undefined) {
      side.rowOf[frame] = known;
      if (isRenamed && side.isRenamed[known] === 0) side.frame[known] = frame;
      if (isRenamed) side.isRenamed[known] = 1;
      continue;
    }
    const row = length++;
    rows.set(number, row);
    side.rowOf[frame] = row;
    side.frame[row] = frame;
    side.number[row] = number;
    side.functionNumber[row] = functionNumber;
    side.functionName.push(functionName);
    side.path.push(path);
    side.objectFile.push(objectFile);
    side.line[row] = line;
    side.column[row] = column;
    side.address[row] = address;
    side.startLine[row] = frames.startLine[frame];
    side.mapping[row] = mapping;
    side.isRenamed[row] = isRenamed ? 1 : 0;
  }
  return { ...side, length };
}

/** pprof's name of a row. */
export function rowName(side: JoinSide, row: number): string {
  const { address, functionName, path, line, column, objectFile } = side;
  return printedName(
    address[row],
    functionName[row],
    path[row],
    line[row],
    column[row],
    objectFile[row],
  );
}

/** With room for as many rows as frames. */
function emptySide(granularity: Granularity, frames: number): JoinSide {
  return {
    granularity,
    length: 0,
    rowOf: new Int32Array(frames),
    frame: new Int32Array(frames),
    number: new Int32Array(frames),
    functionNumber: new Int32Array(frames),
    functionName: [],
    path: [],
    objectFile: [],
    line: new Float64Array(frames),
    column: new Float64Array(frames),
    address: new BigUint64Array(frames),
    startLine: new Float64Array(frames),
    mapping: new Int32Array(frames),
    isRenamed: new Uint8Array(frames),
  };
}
