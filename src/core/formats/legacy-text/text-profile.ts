import { ProfileBuilder } from '../../profile/builder.ts';
import type { Profile, ValueType } from '../../profile/profile.ts';
import type { NewLabel } from '../../profile/rows.ts';
import { SampleColumns } from '../../profile/sample-columns.ts';
import type { LineCursor } from './line-cursor.ts';
import { MemoryMap } from './memory-map.ts';
import { TextStacks } from './text-stacks.ts';

/** What the text profiles have in common: samples with stacks, comments about them, and perhaps a memory map. */
export class TextProfile {
  readonly builder = new ProfileBuilder();
  private readonly stacks = new TextStacks();
  private readonly map = new MemoryMap();
  private hasOpenSample = false;
  /** The line that the last stack stands in. */
  private lastStackLine = 0;
  private part: 'samples' | 'rest' | 'map' = 'samples';

  /** Number of samples so far. */
  get length(): number {
    return this.stacks.length;
  }

  /** Says what the values are; before the first sample. */
  useTypes(...types: readonly ValueType[]): void {
    this.builder.sampleTypes.push(...types);
    this.builder.samples = new SampleColumns(types.length);
  }

  /** Passes over all lines to come but those of a memory map. */
  skipRest(): void {
    this.part = 'rest';
  }

  /** Takes a line that is not of a sample; false where it may be of one. */
  takeOther(line: LineCursor): boolean {
    if (this.part === 'map') {
      this.map.take(line.whole());
    } else if (line.peek() === HASH) {
      this.stacks.takeComment(line);
    } else if (MemoryMap.begins(line)) {
      this.part = 'map';
    } else {
      return this.part === 'rest';
    }
    return true;
  }

  /** Takes a sample whose stack stands between `pos` and the end of the line. Labels may be added until the next. */
  addSample(values: readonly number[], line: LineCursor, expected: string): void {
    this.endSample();
    const { samples } = this.builder;
    samples.makeRoom(1, 0);
    for (let type = 0; type < values.length; type++) {
      samples.values[type][samples.length] = values[type];
    }
    this.stacks.takeAddresses(line, expected);
    this.hasOpenSample = true;
    this.lastStackLine = line.number;
  }

  /** Adds a label to the last sample, if there is one. */
  addLabel(label: NewLabel): void {
    if (this.hasOpenSample) this.builder.addLabel(label);
  }

  /** The profile. Warns of a last stack that may not be whole, and of numbers that are not exact. */
  finish(lastLine: LineCursor): Profile {
    this.endSample();
    const { builder } = this;
    if (lastLine.isCut && lastLine.number === this.lastStackLine) {
      builder.warnings.push('It breaks off in its last line, so the last stack may lack callers.');
    }
    if (lastLine.inexactNumbers > 0) {
      builder.warnings.push(
        `${lastLine.inexactNumbers} of its numbers are beyond 2^53 and were rounded to the nearest number that can be shown.`,
      );
    }
    return builder.finish(this.stacks.finish(builder, this.map));
  }

  private endSample(): void {
    if (this.hasOpenSample) this.builder.samples.endSample();
    this.hasOpenSample = false;
  }
}

const HASH = 0x23;
