import {
  type LinkScale,
  linkedViewport,
  other,
  type SideIndex,
} from '../../../core/layout/linked-viewport.ts';
import type { Viewport } from '../../../core/layout/viewport.ts';
import { placeOn } from './compared-places.ts';
import type { FlameBox, LinkableStage, StageLink } from './flame-types.ts';

/**
 * Two stages that show the sides of one tree: who is moved leads, and the other one follows. Both are drawn in
 * the same frame of the screen, since the one that leads asks for it first.
 */
export class LinkedStages implements StageLink {
  private readonly stages: [LinkableStage | null, LinkableStage | null] = [null, null];
  private scale: LinkScale;
  private leader: SideIndex = 0;
  private isFollowing = false;

  constructor(scale: LinkScale) {
    this.scale = scale;
  }

  join(side: SideIndex, stage: LinkableStage): () => void {
    this.stages[side] = stage;
    const leave = stage.camera.onMove((isOther) => this.moved(side, isOther));
    return () => {
      leave();
      this.stages[side] = null;
    };
  }

  /** Lets a px be as much on both sides, or not. */
  setScale(scale: LinkScale): void {
    if (scale === this.scale) return;
    this.scale = scale;
    this.follow();
  }

  drawn(side: SideIndex): void {
    this.evenRows();
    // What is known more finely maps more finely.
    if (side === this.leader) this.follow();
  }

  hover(side: SideIndex, box: FlameBox | null): void {
    const isMarked = box !== null && box.merged === 0 && box.place.frame >= 0;
    this.stages[other(side)]?.markLinked(isMarked ? placeOn(box.place, other(side)) : null);
  }

  private moved(side: SideIndex, isOther: boolean): void {
    if (this.isFollowing) return;
    if (!isOther) this.leader = side;
    else if (isZoomed(this.stages[side]) && !isZoomed(this.stages[other(side)])) {
      this.leader = side;
    }
    this.follow();
  }

  private follow(): void {
    const leading = this.stages[this.leader];
    const following = this.stages[other(this.leader)];
    const viewport = leading?.camera.viewport ?? null;
    if (!leading || !following || viewport === null || following.camera.viewport === null) return;
    if (leading.treeKey === null || leading.treeKey !== following.treeKey) return;
    const slice = leading.sliceAt(viewport);
    if (slice === null) return;
    const { isMoving } = leading.camera;
    const linked = linkedViewport(slice, this.leader, viewport, this.scale);
    this.isFollowing = true;
    if (!isSame(linked, following.camera.viewport) || following.camera.isMoving !== isMoving) {
      following.camera.lead(linked, isMoving);
    }
    this.isFollowing = false;
  }

  /** Rows of equal depth stand at equal height on both sides. */
  private evenRows(): void {
    const rows = Math.max(...this.stages.map((stage) => stage?.rows ?? 0));
    for (const stage of this.stages) stage?.standBeside(rows);
  }
}

function isZoomed(stage: LinkableStage | null): boolean {
  const viewport = stage?.camera.viewport;
  if (!stage || !viewport) return false;
  return viewport.weightX1 - viewport.weightX0 < stage.camera.totalWeight;
}

function isSame(one: Viewport, two: Viewport): boolean {
  return (
    one.weightX0 === two.weightX0 && one.weightX1 === two.weightX1 && one.scroll === two.scroll
  );
}
