import type { View } from '../../bridge/engine-api.ts';
import type { TreeRun } from '../../bridge/tree-api.ts';
import { visibleText } from '../../core/text/visible-text.ts';
import { wholeScales } from '../../core/units/whole-scales.ts';
import type { FrameTexts } from '../../words/frame-texts.ts';
import type { ExportTools } from '../tools.ts';
import { ByteBuffer } from './byte-buffer.ts';
import { frameBytes, StackPath } from './stack-path.ts';
import { NO_STACK, walkTree } from './walk-tree.ts';

/**
 * The stacks of a view as lines of `frame;frame;frame value`, as flamegraph.pl and inferno read them: root
 * first, each stack once. Of a comparison there are two values, before and after, as difffolded.pl of
 * FlameGraph writes them. These formats have no negative values: where there are some, each line has two
 * values too, and a negative one becomes a positive one on the other side, so that the difference stays. `scales` are those by which values are shown.
 */
export async function* foldedStacks(
  view: View,
  frames: FrameTexts,
  scales: readonly [before: number, after: number],
  tools: ExportTools,
): AsyncGenerator<Uint8Array> {
  const path = new StackPath(
    frameBytes((frame) => foldedName(frames.rawName(frame))),
    new TextEncoder().encode(';'),
  );
  const out = new ByteBuffer(PIECE_BYTES * 2);
  for await (const run of walkTree(view, tools)) {
    const valuesAt = valuesOf(view, run, wholeScales(scales));
    for (let node = 0; node < run.frame.length; node++) {
      const depth = run.depth[node] ?? 0;
      if (depth > 0) path.enter(run.frame[node] ?? 0, depth);
      const values = valuesAt(node);
      if (values.every((value) => value === 0)) continue;
      if (depth > 0) out.push(path.bytes);
      else out.pushText(NO_STACK);
      out.pushText(` ${values.map(integerText).join(' ')}\n`);
      if (out.length > PIECE_BYTES) yield out.take();
    }
  }
  yield out.take();
}

const PIECE_BYTES = 2 ** 18;

/**
 * A frame's name that no reader of folded stacks takes apart. As FlameGraph's and inferno's collapsers do,
 * a semicolon becomes a colon. What is not seen, line breaks among it, is escaped. A last word that is a
 * number would be taken for a value: an underscore joins it to the rest.
 */
export function foldedName(name: string): string {
  return visibleText(name)
    .replaceAll(';', ':')
    .replace(/\s(?=\d+(?:\.\d*)?\s*$)/, '_');
}

/** The values of a line: whole, and not negative. */
function valuesOf(
  view: View,
  { self, hasNegative }: TreeRun,
  scales: readonly [before: number, after: number],
): (node: number) => number[] {
  const [first, second] = self;
  if (view.base === null && !hasNegative) return (node) => [first?.[node] ?? 0];
  const [before, after] = second === undefined ? [null, first] : [first, second];
  return (node) => {
    const was = Math.round((before?.[node] ?? 0) * scales[0]);
    const is = Math.round((after?.[node] ?? 0) * scales[1]);
    return [Math.max(was, 0) + Math.max(-is, 0), Math.max(is, 0) + Math.max(-was, 0)];
  };
}

/** All digits, where a number beyond 10^21 would be written with an exponent. */
const integerText = (value: number) =>
  Number.isSafeInteger(value) ? String(value) : BigInt(value).toString();
