import { locationColumns } from '../../profile/freeze-tables.ts';
import type { Profile } from '../../profile/profile.ts';
import type { NewLocation } from '../../profile/rows.ts';
import { cleanPath } from '../../text/path.ts';
import type { FrameIndex, FrameTable, Granularity } from '../frames.ts';

/**
 * The profile before with the names that its frames were joined under, so that whoever groups frames by
 * exact names finds the rows of the comparison: function names; files, lines and addresses as far as
 * the granularity tells them apart. `index` is that of the joined frames. Its own names stay as system
 * names. Stacks and samples are the same columns.
 */
export function withJoinedNames(
  profile: Profile,
  { frames, frameStart, frameOf }: FrameIndex,
  { granularity }: { readonly granularity: Granularity },
): Profile {
  const { locations, lines } = profile;
  const functions = new JoinedFunctions(profile, frames, granularity !== 'functions');
  const withLine = granularity === 'lines' || granularity === 'addresses';

  const rows = Array.from({ length: locations.length }, (_, location): NewLocation => {
    const end = locations.lineStart[location + 1];
    const outermost = frameOf[frameStart[location]];
    const newLines: NewLocation['lines'][number][] = [];
    for (let row = locations.lineStart[location]; row < end; row++) {
      // Frames stand outermost first, lines innermost first; without inlines only the last has a frame.
      const at = frameStart[location] + (end - 1 - row);
      const hasFrame = at < frameStart[location + 1];
      newLines.push({
        function: hasFrame
          ? functions.ofFrame(lines.function[row], frameOf[at])
          : lines.function[row],
        line: hasFrame && withLine ? frames.line[frameOf[at]] : lines.line[row],
        column: lines.column[row],
      });
    }
    // Of what has no lines a rule can rename the mapped file.
    const isNamed = newLines.length === 0 && frames.functionName[outermost] !== '';
    if (isNamed) newLines.push({ function: functions.add(frames.functionName[outermost]) });
    return {
      mapping: locations.mapping[location],
      address:
        granularity === 'addresses' ? frames.address[outermost] : locations.address[location],
      isFolded: locations.isFolded[location] === 1,
      lines: newLines,
    };
  });
  return { ...profile, ...locationColumns(rows), functions: functions.finish() };
}

/** The function table while renamed functions are added behind it. */
class JoinedFunctions {
  private readonly name: string[];
  private readonly systemName: string[];
  private readonly filename: string[];
  private readonly startLine: number[];
  private readonly rows = new Map<string, number>();
  private readonly frames: FrameTable;
  private readonly withFile: boolean;

  constructor({ functions }: Profile, frames: FrameTable, withFile: boolean) {
    this.frames = frames;
    this.withFile = withFile;
    this.name = [...functions.name];
    this.systemName = [...functions.systemName];
    this.filename = [...functions.filename];
    this.startLine = [...functions.startLine];
  }

  /** The row of a function as its frame tells it: the row itself where nothing differs. */
  ofFrame(row: number, frame: number): number {
    if (row < 0) return row;
    const { functionName, file, startLine } = this.frames;
    const own = { name: this.name[row], file: this.filename[row] };
    // Where functions are not told apart, or have no name, pprof tells their start lines apart.
    const isStartTold = functionName[frame] === '';
    const name = functionName[frame] || own.name;
    const isPlaced = !this.withFile || file[frame] === cleanPath(own.file);
    const isStarted = !isStartTold || startLine[frame] === this.startLine[row];
    if (name === own.name && isPlaced && isStarted) return row;
    return this.intern(
      name,
      this.systemName[row] || own.name,
      isPlaced ? own.file : file[frame],
      startLine[frame],
    );
  }

  /** The row of a function of which only the name is known. */
  add(name: string): number {
    return this.intern(name, '', '', 0);
  }

  finish(): Profile['functions'] {
    const { name, systemName, filename } = this;
    const startLine = Float64Array.from(this.startLine);
    return { length: name.length, name, systemName, filename, startLine };
  }

  private intern(name: string, systemName: string, filename: string, startLine: number): number {
    const key = `${startLine}\0${name}\0${systemName}\0${filename}`;
    const known = this.rows.get(key);
    if (known !== undefined) return known;
    this.rows.set(key, this.name.length);
    this.name.push(name);
    this.systemName.push(systemName);
    this.filename.push(filename);
    this.startLine.push(startLine);
    return this.name.length - 1;
  }
}
