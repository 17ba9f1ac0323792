import { ProfileBuilder } from '../../src/core/profile/builder.ts';
import type { Profile, ValueType } from '../../src/core/profile/profile.ts';
import type { NewLabel } from '../../src/core/profile/rows.ts';

/**
 * A profile drawn as text, one sample on a line: the stack from the root, the values, the labels.
 *
 *     types alloc_objects/count alloc_space/bytes
 *     main;handle;buildKey@key.go:12      3 96   bytes=32
 *     main;handle;encode>marshal          1 64   tenant=blue
 *     -                                   1 8
 *
 * `>` stands before what is inlined into the frame before it, `@` before file and line, `-` for an
 * empty stack, and `[0x40]` for a location that has an address only. `@key.go:12^10` is a line of a
 * function that starts at line 10, `@key.go:12:7` one with its column, `[0x40]main@main.go:5` one with its address. A label is a number, with its
 * unit if it has one (`wait=5ms`), or text. Lines that begin with `period`, `default`, `comment`,
 * `drop` and `keep` set what they say; `binary /srv/api 0x1000-0x8000 id` that all locations of the
 * lines after it lie in that file, where the id may be left out. Equal frames are one location.
 */
export function drawProfile(text: string): Profile {
  const builder = new ProfileBuilder();
  const drawing = new Drawing(builder);
  for (const line of text.split('\n')) {
    const [first, ...rest] = line.trim().split(/\s+/);
    if (first === undefined || first === '') continue;
    switch (first) {
      case 'types':
        builder.sampleTypes.push(...rest.map(valueType));
        break;
      case 'period':
        builder.period = Number(rest[0]);
        builder.periodType = valueType(rest[1] ?? '');
        break;
      case 'default':
        builder.defaultSampleType = rest.join(' ');
        break;
      case 'binary':
        drawing.map(rest[0] ?? '', rest[1] ?? '', rest[2] ?? '');
        break;
      case 'comment':
        builder.comments.push(rest.join(' '));
        break;
      case 'drop':
        builder.dropFrames = rest.join(' ');
        break;
      case 'keep':
        builder.keepFrames = rest.join(' ');
        break;
      default:
        drawing.addSample(first, rest);
    }
  }
  return builder.finish();
}

class Drawing {
  private readonly builder: ProfileBuilder;
  private readonly functions = new Map<string, number>();
  private readonly locations = new Map<string, number>();
  private mapped: { mapping?: number } = {};

  constructor(builder: ProfileBuilder) {
    this.builder = builder;
  }

  addSample(stack: string, numbersAndLabels: readonly string[]): void {
    const locations = stack === '-' ? [] : stack.split(';').map((text) => this.location(text));
    const typeCount = this.builder.sampleTypes.length;
    const values = numbersAndLabels.slice(0, typeCount).map(Number);
    if (values.length !== typeCount || values.some((value) => !Number.isInteger(value))) {
      throw new Error(`The drawing has no ${typeCount} values after ${stack}.`);
    }
    this.builder.addSample(
      locations.reverse(),
      values,
      numbersAndLabels.slice(typeCount).map(label),
    );
  }

  /** Puts the locations to come into a binary. */
  map(filename: string, range: string, buildId: string): void {
    const [start = '0', limit = '0'] = range.split('-');
    this.mapped = {
      mapping: this.builder.addMapping({
        filename,
        buildId,
        start: BigInt(start),
        limit: BigInt(limit),
      }),
    };
    this.locations.clear();
  }

  private location(text: string): number {
    return rowOf(this.locations, text, () => {
      const [, address = '0', frames = ''] = /^(?:\[(0x[0-9a-f]+)\])?(.*)$/.exec(text) ?? [];
      // The builder wants the innermost first.
      const lines = frames
        .split('>')
        .filter((frame) => frame !== '' || address === '0')
        .reverse()
        .map((frame) => this.line(frame));
      return this.builder.addLocation({ address: BigInt(address), lines, ...this.mapped });
    });
  }

  private line(text: string): { function: number; line: number; column: number } {
    const [, name = '', filename = '', line = '0', column = '0', start = '0'] =
      /^(.*?)(?:@(.*?)(?::(\d+)(?::(\d+))?(?:\^(\d+))?)?)?$/.exec(text) ?? [];
    const row = rowOf(this.functions, `${name}@${filename}^${start}`, () =>
      this.builder.addFunction({ name, systemName: name, filename, startLine: Number(start) }),
    );
    return { function: row, line: Number(line), column: Number(column) };
  }
}

function rowOf(rows: Map<string, number>, key: string, add: () => number): number {
  const known = rows.get(key);
  if (known !== undefined) return known;
  const row = add();
  rows.set(key, row);
  return row;
}

function valueType(text: string): ValueType {
  const [type = '', unit = ''] = text.split('/');
  return { type, unit };
}

function label(text: string): NewLabel {
  const at = text.indexOf('=');
  const key = text.slice(0, at);
  const value = text.slice(at + 1);
  const [, number, unit] = /^(-?\d+)([a-z]*)$/.exec(value) ?? [];
  if (number === undefined) return { key, str: value };
  return unit ? { key, num: BigInt(number), unit } : { key, num: BigInt(number) };
}
