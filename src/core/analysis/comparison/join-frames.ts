import type { MappingTable } from '../../profile/profile.ts';
import { FrameNumbers } from '../frame-numbers.ts';
import type { FrameIndex, FrameTable, Granularity } from '../frames.ts';
import { joinFunctions } from './join-functions.ts';
import { JoinKind } from './join-kind.ts';
import { describeSide, type JoinInput, type JoinSide, rowName } from './join-side.ts';
import { joinStatements } from './join-statements.ts';
import { mergeMappings } from './merge-mappings.ts';
import { compileRenames, type RenameRule } from './rename.ts';

export { JoinKind, type RenameRule };

export interface JoinRules {
  /** Whether frames also join whose names differ only as a rebuild makes them differ. */
  readonly tolerant: boolean;
  readonly renames: readonly RenameRule[];
}

/** The frames of two profiles as one table. */
export interface JoinedFrames {
  /**
   * One row for each frame of either side: those of the after side in their order, as it has them, then
   * those that are only on the before side, in its order and under the names that rules gave them. Its
   * column `mapping` refers to the before side's mappings, followed by those of the after side.
   */
  readonly frames: FrameTable;
  /**
   * By row of frames: a JoinKind. Where several things differ, it is what differs in the function's name;
   * if nothing does, the line, then the address, then the path.
   */
  readonly joinedBy: Uint8Array;
  /**
   * By row of frames: the name on the before side, '' where it is not there. Of several that rules made
   * one, it is the first that a rule changed.
   */
  readonly nameBefore: readonly string[];
  /** The frame indices of both sides, whose `frames` is the joined table. */
  readonly before: FrameIndex;
  readonly after: FrameIndex;
}

/**
 * Joins the frames of two profiles, whose indices have the given granularity.
 *
 * A frame is the same on both sides if pprof's `-diff_base` makes one row of both. Before that, rules
 * rename what is on the before side: function names, files where the granularity tells them apart, and
 * object files that stand for unknown functions. If `tolerant`, what is left over is joined too where it
 * differs as a rebuild makes it differ; and within a function whose start is known, statements are joined
 * by their distance from it rather than by line. Throws an Error with a sentence when a rule is wrong.
 */
export function joinFrames(
  before: JoinInput,
  after: JoinInput,
  granularity: Granularity,
  rules: JoinRules,
): JoinedFrames {
  const rename = compileRenames(rules.renames);
  const mappings = {
    before: before.profile.mappings,
    after: after.profile.mappings,
    merged: mergeMappings(before.profile.mappings, after.profile.mappings),
  };
  const numbers = new FrameNumbers();
  const ours = describeSide(before, granularity, numbers, rename, {
    into: mappings.merged,
    after: mappings.after,
  });
  const theirs = describeSide(after, granularity, numbers, (name) => name, null);
  const partners = rules.tolerant
    ? joinTolerantly(ours, theirs, mappings)
    : joinExactly(ours, theirs);
  return joinedTable(before, after, ours, theirs, partners);
}

/** By row of the before side: the row of the after side, -1 for none, and how they were joined. */
interface Partners {
  readonly row: Int32Array;
  readonly kind: Uint8Array;
}

function joinExactly(before: JoinSide, after: JoinSide): Partners {
  const rows = new Map<number, number>();
  for (let row = 0; row < after.length; row++) rows.set(after.number[row], row);
  const row = before.number.map((number) => rows.get(number) ?? -1);
  const kind = before.isRenamed.map((is) => (is === 1 ? JoinKind.rename : JoinKind.exact));
  return { row, kind };
}

interface BothMappings {
  readonly before: MappingTable;
  readonly after: MappingTable;
  /** For each of before the one of after that pprof merges it into; -1 for none. */
  readonly merged: Int32Array;
}

function joinTolerantly(before: JoinSide, after: JoinSide, mappings: BothMappings): Partners {
  const row = new Int32Array(before.length).fill(-1);
  const kind = new Uint8Array(before.length);
  const sameBuild = (one: number, other: number) =>
    before.granularity === 'addresses'
      ? areSameBuild(mappings, before.mapping[one], after.mapping[other])
      : null;
  for (const pair of joinFunctions(before, after)) {
    const link = (one: number, other: number) => {
      row[one] = other;
      kind[one] = kindOf(before, one, after, other, pair.kind);
    };
    joinStatements({ before, after, sameBuild, link }, pair.before, pair.after);
  }
  return { row, kind };
}

/** Whether two mappings are of one binary; null when it cannot be told. */
function areSameBuild(mappings: BothMappings, before: number, after: number): boolean | null {
  if (before < 0 || after < 0) return null;
  const ids = [mappings.before.buildId[before], mappings.after.buildId[after]];
  if (!ids.includes('')) return ids[0] === ids[1];
  // A binary of another size is another one; the same size says little.
  return mappings.merged[before] === after ? null : false;
}

function kindOf(
  before: JoinSide,
  one: number,
  after: JoinSide,
  other: number,
  functionKind: JoinKind,
): JoinKind {
  if (functionKind !== JoinKind.exact && functionKind !== JoinKind.path) return functionKind;
  if (before.isRenamed[one] === 1) return JoinKind.rename;
  const isNameless = before.functionName[one] === '';
  if (
    before.line[one] !== after.line[other] ||
    before.column[one] !== after.column[other] ||
    (isNameless && before.startLine[one] !== after.startLine[other])
  ) {
    return JoinKind.line;
  }
  return before.address[one] === after.address[other] ? functionKind : JoinKind.address;
}

function joinedTable(
  before: JoinInput,
  after: JoinInput,
  ours: JoinSide,
  theirs: JoinSide,
  partners: Partners,
): JoinedFrames {
  const joined = partners.row.slice();
  const onlyBefore: number[] = [];
  for (let row = 0; row < ours.length; row++) {
    if (joined[row] < 0) joined[row] = theirs.length + onlyBefore.push(row) - 1;
  }
  const joinedBy = new Uint8Array(theirs.length + onlyBefore.length).fill(JoinKind.onlyAfter);
  const nameBefore = new Array<string>(joinedBy.length).fill('');
  for (let row = 0; row < ours.length; row++) {
    const isOnly = partners.row[row] < 0;
    joinedBy[joined[row]] = isOnly ? JoinKind.onlyBefore : partners.kind[row];
    nameBefore[joined[row]] = before.index.frames.name[ours.frame[row]];
  }
  const frames = joinTables(before, after, ours, onlyBefore);
  return {
    frames,
    joinedBy,
    nameBefore,
    before: {
      frames,
      frameStart: before.index.frameStart,
      frameOf: before.index.frameOf.map((frame) => joined[ours.rowOf[frame]]),
    },
    after: {
      frames,
      frameStart: after.index.frameStart,
      frameOf: after.index.frameOf.map((frame) => theirs.rowOf[frame]),
    },
  };
}

/** The after side's frames, which are its rows since nothing is renamed there, then those rows of the before side that have none of them. */
function joinTables(
  before: JoinInput,
  after: JoinInput,
  ours: JoinSide,
  onlyBefore: readonly number[],
): FrameTable {
  const [old, table] = [before.index.frames, after.index.frames];
  const withPath = ours.granularity !== 'functions';
  const mappings = before.profile.mappings.length;
  const length = table.length + onlyBefore.length;
  const name = table.name.slice();
  const functionName = table.functionName.slice();
  const file = table.file.slice();
  const line = new Float64Array(length);
  const column = new Float64Array(length);
  const startLine = new Float64Array(length);
  const address = new BigUint64Array(length);
  const mapping = new Int32Array(length);
  line.set(table.line);
  column.set(table.column);
  startLine.set(table.startLine);
  address.set(table.address);
  mapping.set(table.mapping.map((row) => (row < 0 ? -1 : mappings + row)));
  onlyBefore.forEach((row, at) => {
    const frame = ours.frame[row];
    const to = table.length + at;
    name.push(rowName(ours, row));
    functionName.push(ours.functionName[row]);
    file.push(withPath ? ours.path[row] : old.file[frame]);
    line[to] = old.line[frame];
    column[to] = old.column[frame];
    startLine[to] = old.startLine[frame];
    address[to] = ours.address[row];
    mapping[to] = old.mapping[frame];
  });
  return { length, name, functionName, file, line, column, startLine, address, mapping };
}
