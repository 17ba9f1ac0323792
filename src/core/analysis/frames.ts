import type { Profile } from '../profile/profile.ts';
import { baseName, cleanPath } from '../text/path.ts';
import { FrameNumbers } from './frame-numbers.ts';

/** How finely stacks are told apart, in pprof's words. */
export type Granularity = 'functions' | 'filefunctions' | 'files' | 'lines' | 'addresses';

export const GRANULARITIES: readonly Granularity[] = [
  'functions',
  'filefunctions',
  'files',
  'lines',
  'addresses',
];

/** One row for each frame that a granularity tells apart. Its text is not to be trusted. */
export interface FrameTable {
  readonly length: number;
  /** As pprof prints it, without its mark for inlined frames. */
  readonly name: readonly string[];
  /** Function name; '' when unknown, or when the granularity does not tell functions apart. */
  readonly functionName: readonly string[];
  /** Source file, from one of the frame's locations where the granularity joins several; '' unknown. */
  readonly file: readonly string[];
  /** Line in `file`: of the frame, or where the function starts; 0 when unknown. */
  readonly line: Float64Array;
  /** Column in the line; 0 when unknown, or when the granularity does not tell columns apart. */
  readonly column: Float64Array;
  /** Line where the function starts, from one of the frame's locations; 0 when unknown. */
  readonly startLine: Float64Array;
  /** Instruction address; 0n when unknown, or when the granularity does not tell addresses apart. */
  readonly address: BigUint64Array;
  /** Row of the profile's mappings, from one of the frame's locations; -1 when unknown. */
  readonly mapping: Int32Array;
}

/** The frames of a profile, and which of them each location is. */
export interface FrameIndex {
  readonly frames: FrameTable;
  /** `locations.length + 1` entries: frames of location i are frameOf[frameStart[i]..frameStart[i + 1]). */
  readonly frameStart: Int32Array;
  /** Rows of `frames`, outermost first: the physical frame, then what was inlined into it. */
  readonly frameOf: Int32Array;
}

/**
 * Tells the frames of a profile apart. What makes two frames the same, and their names, are pprof's
 * rules: `Aggregate` in profile/profile.go, `NodeInfo` in internal/graph/graph.go. Without inlines a
 * location is its physical frame alone.
 */
export function indexFrames(
  profile: Profile,
  granularity: Granularity,
  inlines: boolean,
): FrameIndex {
  const { locations, lines, functions, mappings } = profile;
  const withFunction = granularity !== 'files';
  const withFile = granularity !== 'functions';
  const withLine = granularity === 'lines' || granularity === 'addresses';
  const withAddress = granularity === 'addresses';
  // pprof leaves columns out whenever it joins lines, and without inlines it does.
  const withColumn = withAddress && inlines;

  const cleanFile = functions.filename.map(cleanPath);
  const numbers = new FrameNumbers();
  // What was worked out of a function, for the mapping it was last met in: nameless ones differ by it.
  const mappingOf = new Int32Array(functions.length);
  const numberOf = new Int32Array(functions.length).fill(-1);
  const lastFrameOf = new Int32Array(functions.length);

  const table = new FrameWriter();
  const frameStart = new Int32Array(locations.length + 1);
  const frameOf = new Int32Array(inlines ? lines.length + locations.length : locations.length);
  let at = 0;
  for (let location = 0; location < locations.length; location++) {
    const first = locations.lineStart[location];
    const end = locations.lineStart[location + 1];
    const mapping = locations.mapping[location];
    const address = withAddress ? locations.address[location] : 0n;
    const objectFile = mapping >= 0 ? mappings.filename[mapping] : '';
    if (first === end) {
      const frame = numbers.ofFrame(numbers.ofFunction('', '', objectFile), 0, 0, 0, address);
      if (frame === table.length) table.add(address, '', '', 0, 0, objectFile, mapping, '', 0, 0);
      frameOf[at++] = frame;
    }
    for (let row = end - 1; row >= (inlines ? first : Math.max(first, end - 1)); row--) {
      const fn = lines.function[row];
      const isKnown = fn >= 0 && numberOf[fn] >= 0 && mappingOf[fn] === mapping;
      // Without lines and addresses all lines of a function are one frame.
      if (isKnown && !withLine) {
        frameOf[at++] = lastFrameOf[fn];
        continue;
      }
      const name = withFunction && fn >= 0 ? functions.name[fn] : '';
      const file = fn >= 0 ? cleanFile[fn] : '';
      const startLine = fn >= 0 ? functions.startLine[fn] : 0;
      const line = withLine ? lines.line[row] : 0;
      const column = withColumn ? lines.column[row] : 0;
      const ownFile = withFile ? file : '';
      const ownObject = name === '' ? objectFile : '';
      const number = isKnown ? numberOf[fn] : numbers.ofFunction(name, ownFile, ownObject);
      const frame = numbers.ofFrame(number, line, column, name === '' ? startLine : 0, address);
      if (frame === table.length) {
        const shownLine = withLine ? line : startLine;
        table.add(
          address,
          name,
          ownFile,
          line,
          column,
          ownObject,
          mapping,
          file,
          shownLine,
          startLine,
        );
      }
      if (fn >= 0) {
        mappingOf[fn] = mapping;
        numberOf[fn] = number;
        lastFrameOf[fn] = frame;
      }
      frameOf[at++] = frame;
    }
    frameStart[location + 1] = at;
  }
  return { frames: table.finish(), frameStart, frameOf: frameOf.subarray(0, at) };
}

/** The frame table while it grows. */
class FrameWriter {
  private readonly name: string[] = [];
  private readonly functionName: string[] = [];
  private readonly file: string[] = [];
  private readonly line: number[] = [];
  private readonly column: number[] = [];
  private readonly startLine: number[] = [];
  private readonly address: bigint[] = [];
  private readonly mapping: number[] = [];

  get length(): number {
    return this.name.length;
  }

  /** Adds a frame: what pprof's name for it is made of, then what describes it besides. */
  add(
    address: bigint,
    functionName: string,
    file: string,
    line: number,
    column: number,
    objectFile: string,
    mapping: number,
    describedFile: string,
    describedLine: number,
    startLine: number,
  ): void {
    this.name.push(printedName(address, functionName, file, line, column, objectFile));
    this.functionName.push(functionName);
    this.file.push(describedFile);
    this.line.push(describedLine);
    this.column.push(column);
    this.startLine.push(startLine);
    this.address.push(address);
    this.mapping.push(mapping);
  }

  finish(): FrameTable {
    return {
      length: this.name.length,
      name: this.name,
      functionName: this.functionName,
      file: this.file,
      line: Float64Array.from(this.line),
      column: Float64Array.from(this.column),
      startLine: Float64Array.from(this.startLine),
      address: BigUint64Array.from(this.address),
      mapping: Int32Array.from(this.mapping),
    };
  }
}

/** pprof's name of a frame: `NameComponents` in internal/graph/graph.go. */
export function printedName(
  address: bigint,
  functionName: string,
  file: string,
  line: number,
  column: number,
  objectFile: string,
): string {
  const parts: string[] = [];
  if (address !== 0n) parts.push(address.toString(16).padStart(16, '0'));
  if (functionName !== '') parts.push(functionName);
  if (line !== 0) parts.push(`${file}:${line}${column === 0 ? '' : `:${column}`}`);
  else if (file !== '') parts.push(file);
  else if (functionName === '')
    parts.push(objectFile === '' ? '<unknown>' : `[${baseName(objectFile)}]`);
  return parts.join(' ');
}
