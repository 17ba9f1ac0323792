import type { Tree } from '@lezer/common';
import { parser } from '@lezer/go';
import { highlightTree, tagHighlighter, tags } from '@lezer/highlight';

/** A part of a line that is coloured: from and to in UTF-16 units of the line. */
export interface ColoredPart {
  readonly from: number;
  readonly to: number;
  /** Name of its colour. */
  readonly color: string;
}

const highlighter = tagHighlighter([
  { tag: tags.keyword, class: 'keyword' },
  { tag: tags.string, class: 'string' },
  { tag: tags.number, class: 'number' },
  { tag: tags.comment, class: 'comment' },
  { tag: tags.typeName, class: 'type' },
  { tag: [tags.bool, tags.null, tags.atom], class: 'number' },
  { tag: tags.function(tags.definition(tags.variableName)), class: 'function' },
  { tag: tags.function(tags.definition(tags.propertyName)), class: 'function' },
]);

/** How long the page's thread parses before it looks after the page again, in ms. */
const SLICE_MILLIS = 8;

/** Colours of the words of a Go file. Lines are coloured when they are asked for. */
export class GoColors {
  private readonly tree: Tree;
  private readonly starts: readonly number[];
  private readonly known = new Map<number, readonly ColoredPart[]>();

  constructor(tree: Tree, starts: readonly number[]) {
    this.tree = tree;
    this.starts = starts;
  }

  /** The coloured parts of a line, 1-based, from left to right. */
  partsOf(line: number): readonly ColoredPart[] {
    const known = this.known.get(line);
    if (known !== undefined) return known;
    const start = this.starts[line - 1] ?? 0;
    const end = (this.starts[line] ?? start + 1) - 1;
    const parts: ColoredPart[] = [];
    const put = (from: number, to: number, color: string) => {
      const part = { from: Math.max(from, start) - start, to: Math.min(to, end) - start, color };
      if (part.from < part.to) parts.push(part);
    };
    highlightTree(this.tree, highlighter, put, start, end);
    this.known.set(line, parts);
    return parts;
  }
}

/** Parses Go source, giving the page's thread back every few milliseconds; lines end with a single character. */
export async function colorGo(lines: readonly string[]): Promise<GoColors> {
  const text = lines.join('\n');
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  const parse = parser.startParse(text);
  let until = performance.now() + SLICE_MILLIS;
  for (;;) {
    const tree = parse.advance();
    if (tree !== null) return new GoColors(tree, starts);
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve));
    until = performance.now() + SLICE_MILLIS;
  }
}
