import { exponential } from './exponential.ts';
import type { Random } from './random.ts';
import type { StackWalk } from './stack-walk.ts';
import { WireWriter } from './wire-writer.ts';

/** Mean number of bytes between two sampled objects. */
export const PERIOD_BYTES = 524_288;
const SHALLOWEST = 4;
const SIZE_CLASSES = [
  8, 16, 24, 32, 48, 64, 80, 96, 128, 160, 208, 256, 384, 512, 1024, 2048, 4096, 8192, 16384, 32768,
];

/** What so many sampled objects stand for, as Go's writer scales them (`scaleHeapSample` in runtime/pprof). */
function scaled(draws: number, size: number): [objects: number, bytes: number] {
  // 1 - e^-x by its series, to 10^-9 for the largest size class; the same bits everywhere.
  const x = size / PERIOD_BYTES;
  const chance = x * (1 - (x / 2) * (1 - (x / 3) * (1 - (x / 4) * (1 - (x / 5) * (1 - x / 6)))));
  return [Math.floor(draws / chance), Math.floor((draws * size) / chance)];
}

/** Makes up one sample after the other: a stack, a size class, and how many of it were sampled. */
export class SampleWriter {
  private readonly random: Random;
  private readonly walk: StackWalk;
  private readonly labelKey: number;
  private readonly stack: Int32Array;
  private readonly message = new WireWriter();

  /** `labelKey` is the row of the text `bytes`. */
  constructor(random: Random, walk: StackWalk, deepest: number, labelKey: number) {
    this.random = random;
    this.walk = walk;
    this.labelKey = labelKey;
    this.stack = new Int32Array(deepest);
  }

  write(out: WireWriter): void {
    const { random, message, stack } = this;
    const depth = this.drawDepth();
    this.walk.draw(stack, depth);
    // Ids are rows counted from 1.
    for (let i = 0; i < depth; i++) (stack[i] as number)++;
    const size = this.drawSize();
    const allocated = Math.max(1, Math.floor(exponential(random.normal() * 1.3 + 0.5)));
    const isLive = random.below(3) === 0;
    const live = isLive ? Math.floor((allocated + 1) * random.unit() * random.unit()) : 0;
    const values = [...scaled(allocated, size), ...scaled(live, size)];
    message.clear();
    message.packed(1, stack, depth);
    message.packed(2, values, values.length);
    message.message(3, (label) => {
      label.number(1, this.labelKey);
      label.number(3, size);
    });
    out.bytes(2, message.view());
  }

  /** Most are about a third of the greatest, with a tail. */
  private drawDepth(): number {
    const share = Math.min(1, Math.abs(this.random.normal() * 0.18 + 0.33));
    return SHALLOWEST + Math.floor((this.stack.length - SHALLOWEST) * share);
  }

  /** Small ones are more frequent. */
  private drawSize(): number {
    const unit = this.random.unit();
    // unit ** 1.75, by the one root that is exact everywhere.
    const skewed = unit * Math.sqrt(unit) * Math.sqrt(Math.sqrt(unit));
    return SIZE_CLASSES[Math.floor(skewed * SIZE_CLASSES.length)] as number;
  }
}
