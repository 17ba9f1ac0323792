import type { Profile } from '../../profile/profile.ts';
import type { Replace } from '../../text/replacement.ts';
import { type FrameIndex, frameKey, type Granularity, printedName } from '../frames.ts';

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
  /** Number of rows. */
  readonly length: number;
  /** By frame of the side: its row. */
  readonly rowOf: Int32Array;
  /** The frame that a row is described by: the first one that was renamed, or the only one. */
  readonly frame: number[];
  /** The row's key, by which pprof joins it. */
  readonly key: string[];
  readonly functionName: string[];
  readonly path: string[];
  readonly objectFile: string[];
  readonly line: number[];
  readonly address: bigint[];
  /** Where the function starts, as far as it is known. */
  readonly startLine: number[];
  /** Row of the side's mappings; -1 when unknown. */
  readonly mapping: number[];
  readonly isRenamed: boolean[];
}

/** What the before side's mappings become: rows of the after side's, and those. */
interface MergedMappings {
  readonly into: Int32Array;
  readonly after: Profile['mappings'];
}

/** Takes the frames of a side apart; those of the before side are renamed and moved to the after's mappings. */
export function describeSide(
  { profile: { mappings }, index: { frames } }: JoinInput,
  granularity: Granularity,
  rename: Replace,
  merged: MergedMappings | null,
): JoinSide {
  const withPath = granularity !== 'functions';
  const withLine = granularity === 'lines' || granularity === 'addresses';
  const withAddress = granularity === 'addresses';
  const rows = new Map<string, number>();
  const side = emptySide(granularity, frames.length);
  for (let frame = 0; frame < frames.length; frame++) {
    const mapping = frames.mapping[frame];
    const mergedInto = merged !== null && mapping >= 0 ? merged.into[mapping] : -1;
    const path = withPath ? rename(frames.file[frame]) : '';
    const line = withLine ? frames.line[frame] : 0;
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
      const printed = path === '' && line === 0 ? printedName(0n, '', '', 0, objectFile) : '';
      const renamed = rename(printed);
      if (renamed !== printed) {
        functionName = renamed;
        objectFile = '';
        startLine = 0;
      }
    }
    const isRenamed =
      functionName !== frames.functionName[frame] || (withPath && path !== frames.file[frame]);
    const key = frameKey(address, functionName, path, line, objectFile, startLine);
    const known = rows.get(key);
    if (known !== undefined) {
      side.rowOf[frame] = known;
      if (isRenamed && !side.isRenamed[known]) side.frame[known] = frame;
      side.isRenamed[known] ||= isRenamed;
      continue;
    }
    rows.set(key, side.frame.length);
    side.rowOf[frame] = side.frame.length;
    side.frame.push(frame);
    side.key.push(key);
    side.functionName.push(functionName);
    side.path.push(path);
    side.objectFile.push(objectFile);
    side.line.push(line);
    side.address.push(address);
    side.startLine.push(frames.startLine[frame]);
    side.mapping.push(mapping);
    side.isRenamed.push(isRenamed);
  }
  return { ...side, length: side.frame.length };
}

/** pprof's name of a row. */
export function rowName(side: JoinSide, row: number): string {
  const { address, functionName, path, line, objectFile } = side;
  return printedName(address[row], functionName[row], path[row], line[row], objectFile[row]);
}

function emptySide(granularity: Granularity, frames: number): JoinSide {
  return {
    granularity,
    length: 0,
    rowOf: new Int32Array(frames),
    frame: [],
    key: [],
    functionName: [],
    path: [],
    objectFile: [],
    line: [],
    address: [],
    startLine: [],
    mapping: [],
    isRenamed: [],
  };
}
