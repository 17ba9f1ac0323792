import type { FlameScene } from './flame-scene.ts';
import type { FlameBox } from './flame-types.ts';

/** The box under the pointer. */
export class FlameHover {
  /** Where the pointer is; null when it is elsewhere. */
  pointer: { readonly viewX: number; readonly viewY: number } | null = null;
  private drawn = -1;
  private node = -1;

  /** Its number among those drawn; -1 for none. */
  get box(): number {
    return this.drawn;
  }

  /** Another tree is shown: its nodes are others. */
  forget(): void {
    this.node = -1;
  }

  /** Looks again, and tells a box with another number, and one that is another. */
  update(scene: FlameScene, onMoved: () => void, onOther: (box: FlameBox | null) => void): void {
    const { pointer } = this;
    const drawn = pointer === null ? -1 : scene.boxAt(pointer.viewX, pointer.viewY);
    const box = scene.box(drawn);
    if (drawn !== this.drawn) {
      this.drawn = drawn;
      onMoved();
    }
    // The same box may stand elsewhere in the columns a drawing later: its node tells.
    const node = box?.place.node ?? -1;
    if (node === this.node) return;
    this.node = node;
    onOther(box);
  }
}
