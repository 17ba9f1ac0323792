import type { GraphPart, TableChoice } from '../../bridge/export-api.ts';
import type { ZoomedGraph } from '../../bridge/screen-state.ts';
import type { Pane, Viewport } from '../../core/layout/viewport.ts';

/** What is seen of a flame graph, or will be in a moment; null while there is none. */
interface Looking {
  readonly aim: Viewport | null;
  readonly pane: Pane;
}

/** A part of a graph, and the width in px that it is shown at. */
export interface SeenPart extends GraphPart {
  readonly viewWidth: number;
}

/** What only the parts of the screen know of themselves, for exports of what is seen. */
export class OnScreen {
  /** The table with its order and filter; null while there is none. */
  table: TableChoice | null = null;
  private readonly graphs = new Map<ZoomedGraph, Looking>();

  /** A flame graph is put up; the result takes it down. */
  putUp(graph: ZoomedGraph, looking: Looking): () => void {
    this.graphs.set(graph, looking);
    return () => {
      if (this.graphs.get(graph) === looking) this.graphs.delete(graph);
    };
  }

  /** What is seen of a graph; null where it is not on screen. */
  partOf(graph: ZoomedGraph): SeenPart | null {
    const looking = this.graphs.get(graph);
    if (looking === undefined || looking.aim === null) return null;
    const { viewWidth, viewHeight, rowHeight } = looking.pane;
    if (!(viewWidth > 0 && viewHeight > 0)) return null;
    return { viewport: looking.aim, viewHeight, rowHeight, viewWidth };
  }
}
