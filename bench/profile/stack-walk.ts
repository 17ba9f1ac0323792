import type { CallSites } from './call-sites.ts';
import type { Random } from './random.ts';

// A node's cells, which lie side by side in one array: a node is one access to memory.
const CELLS = 8;
const LOCATION = 0;
const FIRST_CHILD = 1;
const LAST_CHILD = 2;
const NEXT_SIBLING = 3;
const CHILDREN = 4;
/** How often the walk came here, and how often it went on to a child. */
const VISITS = 5;
const PASSES = 6;

/**
 * Draws stacks by a walk down a call tree that grows on the way: from a node left v times the walk goes
 * to a new child with chance theta / (v + theta), else to an old one in proportion to its visits (a
 * Chinese restaurant process). So many stacks share long prefixes, hot paths exist, and a long tail of
 * rare stacks remains.
 */
export class StackWalk {
  /** Distinct prefixes of all stacks so far. */
  nodes = 0;
  private cells = new Int32Array(CELLS * 1024);
  private readonly random: Random;
  private readonly sites: CallSites;
  private readonly functionCount: number;
  private readonly theta: number;

  constructor(random: Random, sites: CallSites, functionCount: number, theta: number) {
    this.random = random;
    this.sites = sites;
    this.functionCount = functionCount;
    this.theta = theta;
    this.newNode(sites.draw(random, 0));
  }

  /** Writes the locations of a new stack into the first `depth` entries, the leaf first. */
  draw(stack: Int32Array, depth: number): void {
    let node = 0;
    stack[depth - 1] = this.cells[LOCATION] as number;
    for (let at = depth - 2; at >= 0; at--) {
      node = this.next(node);
      stack[at] = this.cells[node * CELLS + LOCATION] as number;
    }
  }

  private next(node: number): number {
    const { cells, random } = this;
    const passes = cells[node * CELLS + PASSES] as number;
    cells[node * CELLS + PASSES] = passes + 1;
    const child =
      passes < random.unit() * (passes + this.theta)
        ? this.fresh(node)
        : this.known(node, random.below(passes));
    (this.cells[child * CELLS + VISITS] as number)++;
    return child;
  }

  /** The child in whose share of the visits the given one is. */
  private known(node: number, visit: number): number {
    const { cells } = this;
    let rest = visit;
    let child = cells[node * CELLS + FIRST_CHILD] as number;
    for (;;) {
      rest -= cells[child * CELLS + VISITS] as number;
      if (rest < 0) return child;
      child = cells[child * CELLS + NEXT_SIBLING] as number;
    }
  }

  /** A child by a call site drawn anew, which may turn out to be one that is known. */
  private fresh(node: number): number {
    const location = this.sites.draw(this.random, this.callee(node));
    const at = node * CELLS;
    let child = this.cells[at + FIRST_CHILD] as number;
    while (child !== 0) {
      if (this.cells[child * CELLS + LOCATION] === location) return child;
      child = this.cells[child * CELLS + NEXT_SIBLING] as number;
    }
    child = this.newNode(location);
    const last = this.cells[at + LAST_CHILD] as number;
    if (last === 0) this.cells[at + FIRST_CHILD] = child;
    else this.cells[last * CELLS + NEXT_SIBLING] = child;
    this.cells[at + LAST_CHILD] = child;
    (this.cells[at + CHILDREN] as number)++;
    return child;
  }

  /** A callee depends weakly on its caller, because call graphs cluster; some calls are recursive. */
  private callee(node: number): number {
    const at = node * CELLS;
    const caller = this.sites.innermost(this.cells[at + LOCATION] as number);
    if (this.random.below(25) === 0) return caller;
    const children = this.cells[at + CHILDREN] as number;
    return (caller * 31 + children * 17 + this.random.below(40)) % this.functionCount;
  }

  private newNode(location: number): number {
    const node = this.nodes++;
    if (this.cells.length < this.nodes * CELLS) {
      const grown = new Int32Array(this.cells.length * 2);
      grown.set(this.cells);
      this.cells = grown;
    }
    this.cells[node * CELLS + LOCATION] = location;
    return node;
  }
}
