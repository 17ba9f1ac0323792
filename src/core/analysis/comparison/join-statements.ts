import type { JoinSide } from './join-side.ts';

/** The sides whose frames are joined; numbers are rows of theirs. */
interface StatementSides {
  readonly before: JoinSide;
  readonly after: JoinSide;
  /** Whether frames come from one binary; null when the profiles do not say. */
  sameBuild(beforeRow: number, afterRow: number): boolean | null;
  /** Takes a pair that is the same. */
  link(beforeRow: number, afterRow: number): void;
}

/**
 * Joins the frames of one function, given as rows of both sides, and hands each pair to `link`.
 *
 * Where the lines at which the function starts are known, frames are joined by their distance from it, so
 * that a function which moved in its file is joined statement by statement. Otherwise equal lines are
 * joined, and those frames of the one line that is left on each side.
 */
export function joinStatements(
  sides: StatementSides,
  beforeRows: readonly number[],
  afterRows: readonly number[],
): void {
  const { before, after } = sides;
  // With one frame on each side, and no lines to differ in, there is nothing to choose.
  if (beforeRows.length === 1 && afterRows.length === 1 && !hasLines(before)) {
    joinInstructions(sides, beforeRows, afterRows);
    return;
  }
  const fromStart = startsAreKnown(before, beforeRows) && startsAreKnown(after, afterRows);
  const ours = groupByLine(before, beforeRows, fromStart);
  const theirs = groupByLine(after, afterRows, fromStart);
  for (const [line, rows] of ours) {
    const other = theirs.get(line);
    if (other === undefined) continue;
    joinInstructions(sides, rows, other);
    ours.delete(line);
    theirs.delete(line);
  }
  if (ours.size !== theirs.size) return;
  // Lines where functions start keep their order. Of statements, samples hit some on each side: what is
  // left where distances are known is rather two statements than one that moved within its function.
  if (hasLines(before) && (fromStart || ours.size !== 1)) return;
  const ordered = inOrder(theirs);
  inOrder(ours).forEach((rows, at) => {
    joinInstructions(sides, rows, ordered[at]);
  });
}

const hasLines = ({ granularity }: JoinSide) =>
  granularity === 'lines' || granularity === 'addresses';

/** Whether distances can be told for all frames with a line. */
function startsAreKnown(side: JoinSide, rows: readonly number[]): boolean {
  return hasLines(side) && rows.every((row) => side.line[row] <= 0 || side.startLine[row] > 0);
}

function groupByLine(
  side: JoinSide,
  rows: readonly number[],
  fromStart: boolean,
): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const row of rows) {
    const line = side.line[row];
    let key = line;
    if (!hasLines(side)) key = side.functionName[row] === '' ? side.startLine[row] : 0;
    // An unknown line is no distance.
    else if (fromStart) key = line <= 0 ? Number.NEGATIVE_INFINITY : line - side.startLine[row];
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

function inOrder(groups: ReadonlyMap<number, number[]>): number[][] {
  return Array.from(groups)
    .sort(([a], [b]) => a - b)
    .map(([, rows]) => rows);
}

/**
 * Joins the frames of one statement. As many on each side are joined in the order of their addresses, or
 * else those with equal addresses first. Of one and the same binary, and where no function is known, only
 * equal addresses are joined.
 */
function joinInstructions(
  sides: StatementSides,
  beforeRows: readonly number[],
  afterRows: readonly number[],
): void {
  const { before, after } = sides;
  let ours = byAddress(before, beforeRows);
  let theirs = byAddress(after, afterRows);
  const withAddress = before.granularity === 'addresses';
  const build = sides.sameBuild(ours[0], theirs[0]);
  const isFixed = withAddress && (build === true || before.functionName[ours[0]] === '');
  // Most statements have one frame on each side.
  if (ours.length === 1 && theirs.length === 1) {
    if (!isFixed || areEqual(before, ours[0], after, theirs[0])) sides.link(ours[0], theirs[0]);
    return;
  }
  if (isFixed || build !== false || ours.length !== theirs.length) {
    const equal = new Map(theirs.map((row) => [instructionKey(after, row), row]));
    const joined = new Set<number>();
    ours = ours.filter((row) => {
      const other = equal.get(instructionKey(before, row));
      if (other === undefined) return true;
      equal.delete(instructionKey(before, row));
      joined.add(other);
      sides.link(row, other);
      return false;
    });
    theirs = theirs.filter((row) => !joined.has(row));
  }
  if (isFixed || ours.length !== theirs.length) return;
  ours.forEach((row, at) => {
    sides.link(row, theirs[at]);
  });
}

const areEqual = (before: JoinSide, one: number, after: JoinSide, other: number) =>
  before.address[one] === after.address[other] &&
  before.startLine[one] === after.startLine[other] &&
  before.line[one] === after.line[other] &&
  before.column[one] === after.column[other];

const instructionKey = (side: JoinSide, row: number) =>
  `${side.address[row]} ${side.startLine[row]} ${side.line[row]} ${side.column[row]}`;

function byAddress(side: JoinSide, rows: readonly number[]): readonly number[] {
  if (rows.length === 1) return rows;
  const { address, startLine, line, column } = side;
  return rows.toSorted((a, b) => {
    if (address[a] !== address[b]) return address[a] < address[b] ? -1 : 1;
    return startLine[a] - startLine[b] || line[a] - line[b] || column[a] - column[b] || a - b;
  });
}
