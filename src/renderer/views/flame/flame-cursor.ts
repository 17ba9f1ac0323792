import type { BoxPlace } from '../../../bridge/tree-api.ts';
import type { FlameSlice } from '../../../core/layout/flame-slice.ts';
import { neighbour, rowOfNode, type Step } from '../../../core/layout/neighbours.ts';
import { boxOfPlace, boxOfRow } from './boxes-of-slice.ts';
import type { FlameBox, FlameSelection } from './flame-types.ts';

/** The box that the keyboard is on: the selected one, or else the root. */
export class FlameCursor {
  /** Null for the root. */
  place: BoxPlace | null;

  constructor(place: BoxPlace | null) {
    this.place = place;
  }

  /** The box with what a slice tells of it. */
  boxIn(slice: FlameSlice): FlameBox {
    return boxOfPlace(slice, this.place);
  }

  /** The box one step away. */
  neighbourIn(slice: FlameSlice, step: Step): FlameBox {
    const box = this.boxIn(slice);
    const row = slice.node.indexOf(box.place.node);
    // A box that is out of the slice's window is gone back to first.
    return row < 0 ? box : boxOfRow(slice, neighbour(slice, row, step));
  }

  /** The box to outline: the selected one; where the keyboard is on no function, that one. */
  marked(slice: FlameSlice, selection: FlameSelection | null): BoxPlace | null {
    const { place } = this;
    if (selection === null) return (place?.frame ?? 0) < 0 ? place : null;
    if (selection.node === null) return null;
    const row = rowOfNode(slice, selection.node);
    if (row >= 0) return boxOfRow(slice, row).place;
    // Where the other side of a comparison has it alone, its place is all that is known of it here.
    return place?.node === selection.node ? place : selection.place;
  }
}
