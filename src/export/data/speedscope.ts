import { SIDES } from '../../bridge/comparison-api.ts';
import type { View } from '../../bridge/engine-api.ts';
import { type Quantity, quantityTitle } from '../../core/text/comparison/quantity-words.ts';
import { visibleText } from '../../core/text/visible-text.ts';
import { resolveUnit } from '../../core/units/unit-families.ts';
import type { FrameTexts } from '../../words/frame-texts.ts';
import type { ExportTools } from '../tools.ts';
import { ByteBuffer } from './byte-buffer.ts';
import { frameBytes, StackPath } from './stack-path.ts';
import { NO_STACK, walkTree } from './walk-tree.ts';

/** One profile of the file: the positive or the negative values of a side. */
interface Part {
  readonly name: string;
  readonly side: number;
  /** What a value is multiplied with; less than 0 for negative values, since speedscope knows none. */
  readonly scale: number;
}

/**
 * A view in speedscope's file format, whose schema is
 * https://www.speedscope.app/file-format-schema.json: the stacks of the sample type that is looked at, heaviest
 * first, as a `sampled` profile; of a comparison one before and one after. Values are as shown (divided).
 * What is negative, as in a saved difference, is a profile by itself, with its magnitudes. `scales` are those by
 * which values are shown.
 */
export async function* speedscopeFile(
  view: View,
  frames: FrameTexts,
  quantity: Quantity,
  scales: readonly [before: number, after: number],
  tools: ExportTools,
): AsyncGenerator<Uint8Array> {
  const shared = new SharedFrames(frames);
  const unit = speedscopeUnit(quantity.sampleType.unit);
  const parts = await partsOf(
    view,
    quantity,
    scales.map((scale) => scale * unit.factor),
    tools,
  );
  const out = new ByteBuffer(PIECE_BYTES * 2);
  const head = {
    $schema: 'https://www.speedscope.app/file-format-schema.json',
    exporter: `Allocscope ${tools.version}`,
    name: parts.map(({ name }) => name).join(' | '),
    activeProfileIndex: Math.max(
      0,
      parts.findIndex(({ side }) => side === 1),
    ),
  };
  out.pushText(`${JSON.stringify(head).slice(0, -1)},"profiles":[`);
  for (const [at, part] of parts.entries()) {
    const { name, side, scale } = part;
    const open = { type: 'sampled', name, unit: unit.name, startValue: 0 };
    out.pushText(`${at > 0 ? ',' : ''}${JSON.stringify(open).slice(0, -1)},"samples":[`);
    const path = new StackPath(shared.textOf, COMMA);
    const weights: number[] = [];
    for await (const run of walkTree(view, tools)) {
      const values = run.self[side] ?? new Float64Array();
      for (let node = 0; node < run.frame.length; node++) {
        const depth = run.depth[node] ?? 0;
        if (depth > 0) path.enter(run.frame[node] ?? 0, depth);
        const weight = (values[node] ?? 0) * scale;
        if (!(weight > 0)) continue;
        out.pushText(weights.length === 0 ? '\n[' : ',\n[');
        out.push(depth > 0 ? path.bytes : shared.textOf(-1));
        out.pushText(']');
        weights.push(weight);
        if (out.length > PIECE_BYTES) yield out.take();
      }
    }
    out.pushText('],"weights":[');
    for (let from = 0; from < weights.length; from += WEIGHTS_AT_A_TIME) {
      out.pushText(`${from > 0 ? ',' : ''}${weights.slice(from, from + WEIGHTS_AT_A_TIME)}`);
      if (out.length > PIECE_BYTES) yield out.take();
    }
    out.pushText(`],"endValue":${weights.reduce((sum, weight) => sum + weight, 0)}}`);
  }
  out.pushText(`],"shared":{"frames":[${shared.json()}]}}\n`);
  yield out.take();
}

const PIECE_BYTES = 2 ** 18;
const WEIGHTS_AT_A_TIME = 10_000;
const COMMA = new TextEncoder().encode(',');

async function partsOf(
  view: View,
  quantity: Quantity,
  scales: readonly number[],
  tools: ExportTools,
): Promise<Part[]> {
  const { hasNegative } = await tools.ask('walk', { view, from: 0 });
  await tools.ask('walk', { view, from: -1 });
  const profiles = view.base === null ? [view.profile] : [view.base.profile, view.profile];
  return profiles.flatMap((id, side): Part[] => {
    const title = view.base === null ? '' : `${SIDES[side]}: `;
    const name = `${title}${visibleText(tools.profile(id).name)}, ${quantityTitle(quantity)}`;
    const scale = scales[side] ?? 1;
    const positive = { name, side, scale };
    return hasNegative
      ? [positive, { name: `${name} (negative values)`, side, scale: -scale }]
      : [positive];
  });
}

/** The unit that speedscope knows, and how many of it one is. */
function speedscopeUnit(unit: string): { name: string; factor: number } {
  const resolved = resolveUnit(unit);
  switch (resolved?.family.kind) {
    case 'memory':
      return { name: 'bytes', factor: resolved.unit.factor };
    case 'time':
      return { name: 'nanoseconds', factor: resolved.unit.factor };
    default:
      return { name: 'none', factor: 1 };
  }
}

/** The frames that stacks refer to, numbered in the order in which they occur. */
class SharedFrames {
  private readonly texts: string[] = [];
  /** The number of a frame as it stands in a stack; -1 is the one of samples without a stack. */
  readonly textOf: (frame: number) => Uint8Array;

  constructor(frames: FrameTexts) {
    const numbers = frameBytes((frame) => {
      const name = frame < 0 ? NO_STACK : frames.name(frame);
      const file = frame < 0 ? '' : frames.file(frame);
      const line = frame < 0 ? 0 : frames.line(frame);
      const text = { name, ...(file !== '' && { file }), ...(file !== '' && line > 0 && { line }) };
      return String(this.texts.push(`\n${JSON.stringify(text)}`) - 1);
    });
    this.textOf = numbers;
  }

  json(): string {
    return this.texts.join(',');
  }
}
