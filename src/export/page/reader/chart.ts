import flamegraph, { type FlameGraph, type FlameNode } from 'd3-flame-graph';
import { select } from 'd3-selection';
import { LabelFitter } from '../../../core/drawing/label-fitter.ts';
import type { BoxTexts } from './box-texts.ts';
import { type Box, boxTree, levelCount } from './boxes.ts';
import { makeFills } from './fills.ts';
import type { PageData } from './page-data.ts';

/** Height of a row of boxes, and space beside its text, in px. */
const ROW = 19;
const PADDING = 4;
/** Boxes narrower than this, in px, are not put into the document: they are those beside a box zoomed to. */
const NARROWEST = 0.05;

export type BoxNode = FlameNode<Box>;

/** What a graph tells of what is done with it. */
export interface ChartEvents {
  readonly onHover: (node: BoxNode, event: MouseEvent) => void;
  readonly onLeave: () => void;
  readonly onZoom: (node: BoxNode) => void;
  readonly onFound: (nodes: readonly BoxNode[]) => void;
}

/** The flame graph of a page, drawn by d3-flame-graph. */
export class Chart {
  private readonly host: HTMLElement;
  private readonly graph: FlameGraph<Box>;
  private readonly data: PageData;
  private readonly fitter: LabelFitter;
  private readonly rootLabels: readonly string[];
  private readonly texts: BoxTexts;
  private readonly labels: ({ maxWidth: number; text: string } | undefined)[] = [];
  private width: number;
  private isSearching = false;
  private isZoomed = false;

  constructor(host: HTMLElement, data: PageData, texts: BoxTexts, events: ChartEvents) {
    this.host = host;
    this.data = data;
    this.texts = texts;
    this.width = host.clientWidth;
    this.fitter = new LabelFitter(measureIn(host));
    this.rootLabels = texts.rootLabels();
    const fills = makeFills(data, host);
    const tip = Object.assign(() => {}, {
      show: (event: MouseEvent, node: BoxNode) => events.onHover(node, event),
      hide: events.onLeave,
    });
    this.graph = flamegraph<Box>()
      .width(this.width)
      .height(levelCount(data) * ROW + 1)
      .cellHeight(ROW)
      .minFrameSize(NARROWEST)
      .transitionDuration(0)
      .inverted(true)
      .getValue((box) => ('data' in box ? box.data.width : box.width))
      .getName((node) => this.label(node))
      .setLabelHandler(() => '')
      .setColorMapper((node) =>
        this.isSearching && node.highlight !== true ? fills.dimmed : fills.of(node.data.row),
      )
      .setSearchHandler(events.onFound)
      .setSearchMatch((node, term) => this.nameOf(node).toLowerCase().includes(term))
      .tooltip(tip)
      .onClick((node) => {
        this.isZoomed = node.parent !== null;
        this.settle();
        events.onZoom(node);
      });
    this.keepRemaindersShut();
    this.graph(select(host).datum(boxTree(data)));
    this.settle();
    new ResizeObserver(() => this.fitWidth()).observe(host);
  }

  /** Marks the boxes whose name holds a text, in whichever case; '' for none. */
  search(text: string): void {
    if (text === '' && !this.isSearching) return;
    this.isSearching = text !== '';
    if (this.isSearching) this.graph.search(text.toLowerCase());
    else this.graph.clear();
    this.settle();
  }

  zoomTo(node: BoxNode): void {
    this.graph.zoomTo(node);
  }

  /** Shows the whole graph. */
  reset(): void {
    if (this.isZoomed) this.graph.resetZoom();
  }

  private fitWidth(): void {
    if (this.host.clientWidth === this.width || this.host.clientWidth === 0) return;
    this.width = this.host.clientWidth;
    this.graph.width(this.width).update();
    this.settle();
  }

  private nameOf({ data: { row } }: BoxNode): string {
    return this.data.names[this.data.boxes.name[row] ?? -1] ?? '';
  }

  /** The library asks for the same text several times in a drawing: the last one of each box is kept. */
  private label(node: BoxNode): string {
    const { row } = node.data;
    const maxWidth = (node.x1 - node.x0) * this.width - 2 * PADDING;
    const known = this.labels[row];
    if (known?.maxWidth === maxWidth) return known.text;
    const text = this.fittingLabel(row, maxWidth);
    this.labels[row] = { maxWidth, text };
    return text;
  }

  private fittingLabel(row: number, maxWidth: number): string {
    const name = this.data.boxes.name[row] ?? -1;
    if (name >= 0) return this.fitter.label(name, (at) => this.data.names[at] ?? '', maxWidth);
    const forms = row === 0 ? this.rootLabels : this.texts.remainderLabels(row);
    return forms.find((form) => this.fitter.width(form) <= maxWidth) ?? '';
  }

  /**
   * Puts everything where its transition would lead at once. The library moves each box of a graph by three
   * transitions of its own, which for a thousand boxes takes longer than it helps the eye; they find
   * nothing left to do.
   */
  private settle(): void {
    const { width } = this;
    const boxes = select(this.host).selectAll<SVGGElement, BoxNode>('g');
    boxes.attr('transform', ({ x0, depth }) => `translate(${x0 * width},${depth * ROW})`);
    boxes.select('rect').attr('width', ({ x0, x1 }) => (x1 - x0) * width);
    boxes.select('.d3-flame-graph-label').text((node) => this.label(node));
    const svg = select(this.host).select<SVGSVGElement>('svg');
    // On paper it is scaled to the sheet.
    svg.attr('viewBox', `0 0 ${width} ${svg.attr('height')}`);
  }

  /** There is nothing to zoom to in a remainder: what it stands for is not in the page. */
  private keepRemaindersShut(): void {
    this.host.addEventListener(
      'click',
      (event) => {
        const box = (event.target as Element).closest('g');
        const node = box && select<SVGGElement, BoxNode>(box).datum();
        if (node !== null && (this.data.boxes.merged[node.data.row] ?? 0) > 0) {
          event.stopPropagation();
        }
      },
      { capture: true },
    );
  }
}

/** Measures texts in the font that labels have in an element. */
function measureIn(host: HTMLElement): (text: string) => number {
  const ctx = document.createElement('canvas').getContext('2d');
  if (ctx === null) return (text) => text.length * 7;
  ctx.font = getComputedStyle(host).font;
  ctx.fontKerning = 'none';
  ctx.textRendering = 'geometricPrecision';
  return (text) => ctx.measureText(text).width;
}
