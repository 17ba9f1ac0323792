import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { CaptureOrder, CaptureOutcome } from '../../bridge/capture-api.ts';
import type { Delivery } from '../delivery.ts';
import type { Emitter } from '../emitter.ts';
import { KeyedWork } from '../keyed-work.ts';
import { WriteFault } from '../write-fault.ts';
import { capture } from './capture.ts';
import { CaptureCancelled, CaptureFault } from './capture-fault.ts';
import type { CaptureFolder } from './capture-folder.ts';
import { captureName } from './capture-name.ts';
import type { CapturedCounts } from './captured-counts.ts';

interface Parts {
  readonly folder: CaptureFolder;
  readonly counts: CapturedCounts;
  readonly delivery: Delivery;
  readonly emitter: Emitter;
}

/** Captures that pages order. Each is saved as a file of its own. */
export class Captures {
  private readonly parts: Parts;
  private readonly work = new KeyedWork('A capture');

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Captures a profile. What goes wrong with the service or the disk is an outcome too. */
  async run(order: CaptureOrder): Promise<CaptureOutcome> {
    try {
      return await this.work.run(order.key, (signal) => this.make(order, signal));
    } catch (thrown) {
      if (thrown instanceof CaptureCancelled) return { kind: 'cancelled' };
      if (thrown instanceof CaptureFault) {
        return { kind: 'refused', message: thrown.message, trouble: thrown.trouble };
      }
      if (thrown instanceof WriteFault) {
        return { kind: 'refused', message: thrown.message, trouble: 'other' };
      }
      throw thrown;
    }
  }

  /** Ends a capture that is under way; nothing is left of it. */
  cancel(key: string): void {
    this.work.cancel(key);
  }

  /** Ends what is under way. */
  async dispose(): Promise<void> {
    await this.work.dispose();
  }

  private async make(order: CaptureOrder, signal: AbortSignal): Promise<CaptureOutcome> {
    const { folder, counts, delivery, emitter } = this.parts;
    const { key } = order;
    const { facts, bytes } = await capture(order, {
      report: (progress) => emitter.emit('captureProgress', { key, ...progress }),
      signal,
    });
    if (signal.aborted) throw new CaptureCancelled();
    const path = await folder.save(captureName(facts, bytes), bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (facts.count !== null) await counts.add({ sha256, count: facts.count.value });
    const saved = delivery.remember(path);
    return {
      kind: 'captured',
      facts,
      sha256,
      saved,
      name: basename(path),
      folder: dirname(path),
    };
  }
}
