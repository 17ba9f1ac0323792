import type { Reader } from 'protobufjs/minimal';
import { copyColumn } from '../../profile/copy-column.ts';
import { ProfileFault } from '../../profile/fault.ts';
import { SampleColumns } from '../../profile/sample-columns.ts';
import type { StackTree } from '../../profile/stack-tree.ts';
import { StackTreeBuilder } from '../../profile/stack-tree-builder.ts';
import type { IdMap } from './id-map.ts';
import { SampleKernel, type SamplePiece } from './kernel/sample-kernel.ts';
import { LocationNumbers } from './location-numbers.ts';

/**
 * Decodes samples into columns as they come, in front of the tables that they refer to. Their stacks
 * are folded by location numbers; `finish` checks all references and puts rows in their place.
 */
export class SampleDecoder {
  readonly columns = new SampleColumns(0);
  private readonly kernel = new SampleKernel((id) => this.locationNumbers.number(id));
  private readonly locationNumbers = new LocationNumbers(this.kernel.denseIds);
  private readonly stacks = new StackTreeBuilder(this.kernel.stacks);
  /** What can only be judged when the tables are known. */
  private oddSample = 0;
  private oddValueCount = 0;

  /** Number of samples so far. */
  get length(): number {
    return this.columns.length;
  }

  /** Makes room for so many samples in all; a hint. */
  expect(samples: number): void {
    this.columns.expect(samples);
    this.stacks.expect(samples);
  }

  /**
   * Decodes samples from the reader on, where a whole one begins with its tag: a piece of the file at most. Leads
   * the reader behind the last one, or to one that is damaged, of which it throws RangeError.
   */
  decode(reader: Reader, firstEnd: number): void {
    if (this.oddSample > 0) {
      // The profile is refused already; only its tables are still read, to say why.
      reader.pos = firstEnd;
      return;
    }
    const piece = this.kernel.decode(reader.buf, reader.pos, reader.len, firstEnd - reader.pos);
    reader.pos += piece.bytes;
    this.addColumns(piece);
    // Last of all: the kernel's memory may grow by it, and no column of the piece holds then.
    this.stacks.take(piece.columns.prefix, piece.columns.cursor, piece.length);
    if (piece.isDamaged) throw new RangeError('a sample is damaged');
    if (piece.oddValueCount !== null) {
      this.oddSample = this.length + 1;
      this.oddValueCount = piece.oddValueCount;
    }
  }

  /**
   * The tree of the stacks, by rows of the location table. Throws ProfileFault for what does not fit
   * the tables; `warn` is told of what was rounded.
   */
  finish(
    typeCount: number,
    stringCount: number,
    locationIds: IdMap,
    warn: (warning: string) => void,
  ): StackTree {
    const { columns } = this;
    const { maxTypes, largestString, inexactValues } = this.kernel;
    if (typeCount > maxTypes) {
      throw new ProfileFault(
        `It has ${typeCount} sample types; more than ${maxTypes} are a defect.`,
      );
    }
    if (columns.length > 0 && columns.values.length !== typeCount) {
      throw faultOfValues(1, columns.values.length, typeCount);
    }
    if (this.oddSample > 0) throw faultOfValues(this.oddSample, this.oddValueCount, typeCount);
    if (columns.length === 0) while (columns.values.length < typeCount) columns.addType();
    if (largestString >= stringCount) {
      throw new ProfileFault(
        `A label refers to string ${largestString}, but its string table has ${stringCount} entries.`,
      );
    }
    if (inexactValues > 0) {
      const values =
        inexactValues === 1
          ? '1 sample value is beyond 2^53 and was'
          : `${inexactValues} sample values are beyond 2^53 and were`;
      warn(`${values} rounded to the nearest number that can be shown.`);
    }
    const tree = this.stacks.finish();
    this.useLocationRows(tree, locationIds);
    return tree;
  }

  private useLocationRows({ stacks, stackOf }: StackTree, locationIds: IdMap): void {
    const { location, length, subtreeEnd } = stacks;
    let numbers = 0;
    for (let row = 0; row < length; row++) numbers = Math.max(numbers, location[row] + 1);
    const rowOf = new Int32Array(numbers);
    for (let number = 0; number < numbers; number++) {
      rowOf[number] = locationIds.row(this.locationNumbers.id(number));
    }
    for (let row = 0; row < length; row++) {
      const number = location[row];
      if (rowOf[number] < 0) {
        const sample = stackOf.findIndex((leaf) => leaf >= row && leaf < subtreeEnd[row]);
        const id = this.locationNumbers.id(number);
        throw new ProfileFault(
          `Sample ${sample + 1} refers to location ${id}, which does not exist.`,
        );
      }
      location[row] = rowOf[number];
    }
  }

  private addColumns({ length, labelCount, columns: from }: SamplePiece): void {
    const to = this.columns;
    if (to.length === 0) while (to.values.length < from.values.length) to.addType();
    to.makeRoom(length, labelCount);
    from.values.forEach((values, type) => {
      copyColumn(values, to.values[type], to.length, length);
    });
    copyColumn(from.labelEnd, to.labelStart, to.length + 1, length);
    copyColumn(from.labelKey, to.labelKey, to.labelCount, labelCount);
    copyColumn(from.labelStr, to.labelStr, to.labelCount, labelCount);
    copyColumn(from.labelNum, to.labelNum, to.labelCount, labelCount);
    copyColumn(from.labelNumUnit, to.labelNumUnit, to.labelCount, labelCount);
    to.length += length;
    to.labelCount += labelCount;
  }
}

function faultOfValues(sample: number, values: number, types: number): ProfileFault {
  return new ProfileFault(
    `Sample ${sample} has ${values} values, but there are ${types} sample types.`,
  );
}
