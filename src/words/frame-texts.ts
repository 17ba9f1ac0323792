import type { FrameColumns } from '../bridge/frames-api.ts';
import type { TextColumn } from '../bridge/text-column.ts';
import { visibleText } from '../core/text/visible-text.ts';
import { textAt } from './text-at.ts';

/** The frames of a granularity with their texts, decoded when they are first asked for. */
export class FrameTexts {
  readonly columns: FrameColumns;
  private readonly names: Texts;
  private readonly files: Texts;
  private readonly namesBefore: Texts | null;

  constructor(columns: FrameColumns) {
    this.columns = columns;
    this.names = new Texts(columns.name);
    this.files = new Texts(columns.files);
    this.namesBefore = columns.joined && new Texts(columns.joined.nameBefore);
  }

  /** The name as the profile has it, for questions to the engine. */
  rawName(frame: number): string {
    return this.names.raw(frame);
  }

  /** The first frame of a name; -1 if there is none. */
  find(name: string): number {
    return this.names.find(name);
  }

  /** The same for several names at once, in one pass. */
  findAll(names: readonly string[]): Int32Array {
    return this.names.findAll(names);
  }

  /** The name that the profile before has, where a comparison has joined it with another one; else null. */
  rawNameBefore(frame: number): string | null {
    const name = this.namesBefore?.raw(frame) ?? '';
    return name === '' ? null : name;
  }

  /** The name, fit to be shown. */
  name(frame: number): string {
    return this.names.visible(frame);
  }

  /** The name on the side before, fit to be shown; '' where it is the same, or there is none. */
  nameBefore(frame: number): string {
    return this.namesBefore?.visible(frame) ?? '';
  }

  /** The source file, fit to be shown; '' when unknown. */
  file(frame: number): string {
    const row = this.columns.file[frame];
    return row === undefined || row < 0 ? '' : this.files.visible(row);
  }

  /** The source file as the profile has it; '' when unknown. */
  rawFile(frame: number): string {
    const row = this.columns.file[frame];
    return row === undefined || row < 0 ? '' : this.files.raw(row);
  }

  /** 1-based; 0 when unknown. */
  line(frame: number): number {
    return this.columns.line[frame] ?? 0;
  }

  /** `file:line`, or what of it is known. */
  place(frame: number): string {
    const file = this.file(frame);
    const line = this.line(frame);
    return file !== '' && line > 0 ? `${file}:${line}` : file;
  }

  /** Import path of the package, fit to be shown; '' when the name has none. */
  package(frame: number): string {
    return visibleText(this.rawPackage(frame));
  }

  /** Import path of the package as the name has it; '' when it has none. */
  rawPackage(frame: number): string {
    return this.columns.packages[this.columns.package[frame] ?? 0] ?? '';
  }

  /** Base name of the mapped file, fit to be shown; '' when unknown. */
  module(frame: number): string {
    return visibleText(this.columns.modules[this.columns.module[frame] ?? 0] ?? '');
  }
}

/** The texts of a column, each decoded when it is first asked for. */
export class Texts {
  private readonly column: TextColumn;
  private readonly decoded: (string | undefined)[] = [];
  private readonly shown: (string | undefined)[] = [];

  constructor(column: TextColumn) {
    this.column = column;
  }

  raw(row: number): string {
    const known = this.decoded[row];
    if (known !== undefined) return known;
    const text = textAt(this.column, row);
    this.decoded[row] = text;
    return text;
  }

  /** The first row of a text; -1 if there is none. No text is decoded for it. */
  find(text: string): number {
    const wanted = new TextEncoder().encode(text);
    const { bytes, start } = this.column;
    const isWanted = (at: number) => wanted.every((byte, i) => bytes[at + i] === byte);
    for (let row = 0; row + 1 < start.length; row++) {
      const at = start[row] ?? 0;
      if ((start[row + 1] ?? 0) - at === wanted.length && isWanted(at)) return row;
    }
    return -1;
  }

  /** The first row of each text; -1 where there is none. Only texts of such lengths are decoded for it. */
  findAll(texts: readonly string[]): Int32Array {
    const encoder = new TextEncoder();
    const { start } = this.column;
    const lengths = new Set(texts.map((text) => encoder.encode(text).length));
    const wanted = new Set(texts);
    const rows = new Map<string, number>();
    for (let row = 0; row + 1 < start.length && rows.size < wanted.size; row++) {
      if (!lengths.has((start[row + 1] ?? 0) - (start[row] ?? 0))) continue;
      const text = this.raw(row);
      if (wanted.has(text) && !rows.has(text)) rows.set(text, row);
    }
    return Int32Array.from(texts, (text) => rows.get(text) ?? -1);
  }

  visible(row: number): string {
    const known = this.shown[row];
    if (known !== undefined) return known;
    const text = visibleText(this.raw(row));
    this.shown[row] = text;
    return text;
  }
}
