import { parseGoName } from '../../text/go-name.ts';
import type { FrameTable } from '../frames.ts';
import type { ProfileFile } from './match-files.ts';

/** The files of frames, each once, with the lines that allocate in them. */
export class ProfileFiles {
  readonly files: ProfileFile[] = [];
  private readonly rows = new Map<string, number>();
  private readonly lines: Set<number>[] = [];
  private readonly frames: FrameTable;

  constructor(frames: FrameTable) {
    this.frames = frames;
  }

  /** Row of a frame's file, added when it is new; -1 where it has no file or no line. */
  rowOf(frame: number): number {
    const path = this.frames.file[frame];
    if (path === '' || this.frames.line[frame] <= 0) return -1;
    const known = this.rows.get(path);
    if (known !== undefined) return known;
    const row = this.files.push({ path, packagePath: this.packageOf(frame) }) - 1;
    this.rows.set(path, row);
    this.lines.push(new Set());
    return row;
  }

  addLine(file: number, line: number): void {
    this.lines[file].add(line);
  }

  /** The lines of a file that allocate. */
  linesOf(file: number): ReadonlySet<number> {
    return this.lines[file];
  }

  /** Import path of a frame's package; '' where its name does not tell. Tests may have a package of their own. */
  private packageOf(frame: number): string {
    const { packagePath } = parseGoName(this.frames.functionName[frame]);
    return packagePath === 'main' ? '' : packagePath.replace(/_test$/, '');
  }
}
