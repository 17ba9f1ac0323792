import { baseName } from '../../text/path.ts';
import { type CanonicalName, canonicalName } from './canonical-name.ts';
import { canonicalPath, pathDepth, pathTail } from './canonical-path.ts';
import { JoinKind } from './join-kind.ts';
import type { JoinSide } from './join-side.ts';

/** A function, or a file where functions are not told apart, with its frames: rows of the side. */
interface FunctionRows {
  readonly name: string;
  readonly path: string;
  readonly objectFile: string;
  readonly rows: number[];
}

/** A function of both sides. */
export interface FunctionPair {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** How they were joined, lines and addresses aside. */
  readonly kind: JoinKind;
}

/**
 * Joins the functions of both sides: equal ones, and of what is left over those that differ as a rebuild
 * makes them differ, from the safest difference to the boldest. Two are joined where they alone have a
 * form in common; as many on each side, where numbers put them in order.
 */
export function joinFunctions(before: JoinSide, after: JoinSide): FunctionPair[] {
  const pairs: FunctionPair[] = [];
  const afterFunctions = groupFunctions(after);
  const beforeLeft: Leftover[] = [];
  for (const [number, fn] of groupFunctions(before)) {
    const same = afterFunctions.get(number);
    if (same === undefined) beforeLeft.push(new Leftover(fn));
    else pairs.push({ before: fn.rows, after: same.rows, kind: JoinKind.exact });
    afterFunctions.delete(number);
  }
  const afterLeft = Array.from(afterFunctions.values(), (fn) => new Leftover(fn));
  for (const tier of namedTiers) joinTier(beforeLeft, afterLeft, tier, pairs);
  for (const tier of namelessTiers(beforeLeft, afterLeft)) {
    joinTier(beforeLeft, afterLeft, tier, pairs);
  }
  return pairs;
}

/** By number of the function. */
function groupFunctions(side: JoinSide): Map<number, FunctionRows> {
  const functions = new Map<number, FunctionRows>();
  for (let row = 0; row < side.length; row++) {
    const number = side.functionNumber[row];
    const known = functions.get(number);
    if (known !== undefined) {
      known.rows.push(row);
      continue;
    }
    functions.set(number, {
      name: side.functionName[row],
      path: side.path[row],
      objectFile: side.objectFile[row],
      rows: [row],
    });
  }
  return functions;
}

/** A function without its like on the other side. */
class Leftover {
  readonly fn: FunctionRows;
  readonly name: string;
  /** Its forms; null where it is not Go's. */
  readonly forms: CanonicalName | null;
  readonly path: string;
  readonly depth: number;
  readonly file: string;
  isJoined = false;

  constructor(fn: FunctionRows) {
    this.fn = fn;
    this.name = fn.name;
    this.forms = canonicalName(fn.name);
    this.path = canonicalPath(fn.path);
    this.depth = pathDepth(this.path);
    this.file = pathTail(this.path, 1);
  }
}

interface Tier {
  readonly kind: JoinKind;
  /** What both must have in common; null for functions that this tier does not join. */
  readonly key: (fn: Leftover) => string | null;
  readonly mayJoin: (before: Leftover, after: Leftover) => boolean;
  /** Whether several are joined in the order of their numbers. */
  readonly inOrder?: boolean;
}

/** A tier of functions with a name that is Go's: by a form of it, in the same file. */
function byForm(
  kind: JoinKind,
  form: Exclude<keyof CanonicalName, 'numbers'>,
  inOrder: boolean,
): Tier {
  return {
    kind,
    key: ({ forms, file }) => (forms === null ? null : `${forms[form]}\0${file}`),
    mayJoin: pathsAgree,
    inOrder,
  };
}

const namedTiers: readonly Tier[] = [
  byName(({ name, path }) => `${name}\0${pathTail(path, 2)}`),
  byName(({ name, file }) => `${name}\0${file}`),
  byName(({ name }) => name),
  byForm(JoinKind.generic, 'generic', false),
  byForm(JoinKind.version, 'version', false),
  byForm(JoinKind.closure, 'closure', true),
  byForm(JoinKind.closure, 'versionClosure', true),
  byForm(JoinKind.closure, 'anyClosure', false),
];

/** A tier of functions with the same name in another file. */
function byName(key: (fn: Leftover) => string): Tier {
  return {
    kind: JoinKind.path,
    key: (fn) => (fn.name === '' ? null : key(fn)),
    mayJoin: pathsAgree,
  };
}

/**
 * Whether two paths may be of one file, compared from the right: as far as the shorter one reaches, or
 * the package's last element and the file. The file is enough for Go's functions: their names say which
 * package they are from, and a package has but one file of a name.
 */
function pathsAgree(before: Leftover, after: Leftover): boolean {
  if (before.path === '' || after.path === '') return true;
  if (before.forms !== null && after.forms !== null) return before.file === after.file;
  const elements = Math.min(before.depth, after.depth, 2);
  return pathTail(before.path, elements) === pathTail(after.path, elements);
}

/** Elements from which on paths are not told apart: no source tree is so deep. */
const deepestTail = 40;

/**
 * Tiers of what has no function name, which are files or object files: the same name from elsewhere, then
 * for files the longest common end, of two elements at least unless one has no more than its name.
 */
function namelessTiers(before: readonly Leftover[], after: readonly Leftover[]): Tier[] {
  const tier = (key: Tier['key'], mayJoin: Tier['mayJoin'] = () => true): Tier => ({
    kind: JoinKind.path,
    key: (leftover) => (leftover.name === '' ? key(leftover) : null),
    mayJoin,
  });
  const tiers = [
    tier(({ fn }) => (fn.objectFile === '' ? null : `${fn.path}\0${baseName(fn.objectFile)}`)),
    tier(({ fn }) => (fn.path === '' ? null : fn.path)),
  ];
  const deepest = Math.min(deepestTail, deepestNameless(before), deepestNameless(after));
  for (let elements = deepest; elements >= 2; elements--) {
    tiers.push(tier(({ path, depth }) => (depth < elements ? null : pathTail(path, elements))));
  }
  tiers.push(
    tier(
      ({ path, file }) => (path === '' ? null : file),
      (one, other) => one.depth === 1 || other.depth === 1,
    ),
  );
  return tiers;
}

function deepestNameless(leftovers: readonly Leftover[]): number {
  return leftovers.reduce(
    (most, { name, depth }) => (name === '' ? Math.max(most, depth) : most),
    0,
  );
}

function joinTier(
  before: readonly Leftover[],
  after: readonly Leftover[],
  tier: Tier,
  pairs: FunctionPair[],
): void {
  const beforeByKey = groupLeftovers(before, tier);
  if (beforeByKey.size === 0) return;
  const afterByKey = groupLeftovers(after, tier);
  for (const [key, ours] of beforeByKey) {
    const theirs = afterByKey.get(key);
    if (theirs === undefined || theirs.length !== ours.length) continue;
    if (ours.length > 1 && !(tier.inOrder && putInOrder(ours) && putInOrder(theirs))) continue;
    if (!ours.every((one, at) => tier.mayJoin(one, theirs[at]))) continue;
    ours.forEach((one, at) => {
      const other = theirs[at];
      one.isJoined = true;
      other.isJoined = true;
      pairs.push({ before: one.fn.rows, after: other.fn.rows, kind: tier.kind });
    });
  }
}

function groupLeftovers(leftovers: readonly Leftover[], tier: Tier): Map<string, Leftover[]> {
  const groups = new Map<string, Leftover[]>();
  for (const leftover of leftovers) {
    const key = leftover.isJoined ? null : tier.key(leftover);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [leftover]);
    else group.push(leftover);
  }
  return groups;
}

/** Sorts by the numbers in the names; false where those do not put them in one order. */
function putInOrder(group: Leftover[]): boolean {
  group.sort(compareNumbers);
  return group.every((one, at) => at === 0 || compareNumbers(group[at - 1], one) < 0);
}

function compareNumbers(a: Leftover, b: Leftover): number {
  const [ours, theirs] = [a.forms?.numbers ?? [], b.forms?.numbers ?? []];
  const differing = ours.findIndex((number, at) => number !== theirs[at]);
  return differing < 0 ? 0 : ours[differing] - theirs[differing];
}
