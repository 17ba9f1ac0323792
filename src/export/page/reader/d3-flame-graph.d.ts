/** What the reader uses of d3-flame-graph 5, which brings no types. */
declare module 'd3-flame-graph' {
  import type { Selection } from 'd3-selection';

  /** A box as the graph has laid it out; `D` is what it was given. */
  export interface FlameNode<D> {
    readonly data: D;
    readonly parent: FlameNode<D> | null;
    readonly depth: number;
    /** Edges as parts of the width that is shown. */
    readonly x0: number;
    readonly x1: number;
    /** Whether the last search found it. */
    readonly highlight?: boolean;
  }

  interface Tooltip<D> {
    (): void;
    show(event: MouseEvent, node: FlameNode<D>): void;
    hide(): void;
  }

  export interface FlameGraph<D> {
    (selection: Selection<HTMLElement, D, null, undefined>): void;
    width(px: number): FlameGraph<D>;
    height(px: number): FlameGraph<D>;
    cellHeight(px: number): FlameGraph<D>;
    minFrameSize(px: number): FlameGraph<D>;
    transitionDuration(millis: number): FlameGraph<D>;
    /** The root on top. */
    inverted(isInverted: boolean): FlameGraph<D>;
    /** Is asked for what it was given and for boxes alike. */
    getValue(value: (box: D | FlameNode<D>) => number): FlameGraph<D>;
    /** The text on a box. */
    getName(nameOf: (node: FlameNode<D>) => string): FlameGraph<D>;
    setColorMapper(colorOf: (node: FlameNode<D>) => string): FlameGraph<D>;
    setLabelHandler(textOf: (node: FlameNode<D>) => string): FlameGraph<D>;
    setSearchMatch(matches: (node: FlameNode<D>, term: string) => boolean): FlameGraph<D>;
    setSearchHandler(found: (nodes: readonly FlameNode<D>[]) => void): FlameGraph<D>;
    tooltip(tip: Tooltip<D>): FlameGraph<D>;
    onClick(zoomed: (node: FlameNode<D>) => void): FlameGraph<D>;
    search(term: string): void;
    clear(): void;
    zoomTo(node: FlameNode<D>): void;
    resetZoom(): void;
    update(): void;
  }

  const flamegraph: <D>() => FlameGraph<D>;
  // biome-ignore lint/style/noDefaultExport: it is the package's.
  export default flamegraph;
}
