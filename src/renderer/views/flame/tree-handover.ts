import type { FlameSlice } from '../../../core/layout/flame-slice.ts';
import type { TreeSource } from './flame-types.ts';
import { loadTree, type Tree } from './loaded-tree.ts';

/** What the handover tells. */
export interface HandoverEvents {
  /** Another tree is shown from now on. */
  readonly onShown: (tree: Tree, whole: FlameSlice) => void;
  /** Something came from the engine. */
  readonly onChange: () => void;
  /** The tree that was to follow will not come, and nothing is shown any more. */
  readonly onFailure: () => void;
}

/** The tree that is shown and, while another one is on its way, the change from the one to the other. */
export class TreeHandover {
  private readonly events: HandoverEvents;
  private current: Tree | null = null;
  private next: Tree | null = null;
  /** Where to look in the next tree, once it is there. */
  private lookNext: (() => void) | null = null;

  constructor(events: HandoverEvents) {
    this.events = events;
  }

  /** The tree that is shown; while the next one is on its way, still the one before. */
  get shown(): Tree | null {
    return this.current;
  }

  /** Whether another tree is on its way. */
  get isChanging(): boolean {
    return this.next !== null;
  }

  /** Whether something is still to come from the engine. */
  get isWaiting(): boolean {
    return this.next !== null || this.current?.feed.isAsking === true;
  }

  /** Asks for a tree. One with the same frames as the one shown is looked at where that was zoomed to. */
  load(source: TreeSource, zoomedPath: () => Int32Array | null): void {
    this.next?.feed.stop();
    const isAlike = this.current?.source.frames === source.frames;
    this.lookNext = null;
    this.next = loadTree(source, isAlike, isAlike ? zoomedPath() : null, {
      onChange: (tree) => this.arrived(tree),
      onFailure: (tree) => this.failed(tree),
    });
  }

  /** Does something about the tree that was asked for last, which may be on its way; of several, the last. */
  whenThere(act: () => void): void {
    if (this.next === null) act();
    else this.lookNext = act;
  }

  /** Ends it: what is still to come is dropped. */
  stop(): void {
    this.current?.feed.stop();
    this.next?.feed.stop();
    this.next = null;
  }

  private arrived(tree: Tree): void {
    if (tree !== this.next && tree !== this.current) return;
    const { whole } = tree.feed;
    if (tree === this.next && whole !== null) {
      // A glimpse of the whole graph on the way to the box that was zoomed to would be in the way.
      if (tree.zoomed === undefined) return;
      this.current?.feed.stop();
      this.current = tree;
      this.next = null;
      this.events.onShown(tree, whole);
      this.lookNext?.();
      this.lookNext = null;
    }
    this.events.onChange();
  }

  /** Details that are missing are missed by few; without the tree there is nothing to show. */
  private failed(tree: Tree): void {
    if (tree !== this.next) return;
    this.current?.feed.stop();
    this.current = null;
    this.next = null;
    this.events.onFailure();
  }
}
