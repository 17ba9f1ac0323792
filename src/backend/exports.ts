import { basename } from 'node:path';
import type { ExportOrder, ExportOutcome, ExportPiece, MadeFile } from '../bridge/export-api.ts';
import { extensionOf } from '../bridge/export-files.ts';
import { type Delivery, outcomeOf } from './delivery.ts';
import type { Emitter } from './emitter.ts';
import { openIdsOf } from './engine-params.ts';
import { ExportCancelled, makeOnThread } from './export-thread.ts';
import { KeyedWork } from './keyed-work.ts';
import type { Profiles } from './profiles.ts';

interface ExportsOptions {
  /** The built entry of the exports' thread. */
  readonly exportFile: string;
  readonly version: string;
}

/** Makes exports on threads of their own, and takes them where they are to go. */
export class Exports {
  private readonly options: ExportsOptions;
  private readonly profiles: Profiles;
  private readonly emitter: Emitter;
  private readonly delivery: Delivery;
  private readonly work = new KeyedWork('An export');

  constructor(options: ExportsOptions, profiles: Profiles, delivery: Delivery, emitter: Emitter) {
    this.options = options;
    this.profiles = profiles;
    this.delivery = delivery;
    this.emitter = emitter;
  }

  /** Makes an export. Rejects with Error and a sentence. */
  async run(order: ExportOrder): Promise<ExportOutcome> {
    try {
      return await this.work.run(order.key, (signal) => this.deliver(order, signal));
    } catch (thrown) {
      if (thrown instanceof ExportCancelled) return { kind: 'cancelled' };
      throw thrown;
    }
  }

  /** Ends an export that is under way; nothing is left of it. */
  cancel(key: string): void {
    this.work.cancel(key);
  }

  /** Ends what is under way. */
  async dispose(): Promise<void> {
    await this.work.dispose();
  }

  private async deliver(order: ExportOrder, signal: AbortSignal): Promise<ExportOutcome> {
    const { to, name, request } = order;
    if (to === 'file') {
      const pieces = (path: string | null) =>
        this.pieces(order, path === null ? name : basename(path), signal);
      return outcomeOf(await this.delivery.toFile(name, extensionOf(request.what), pieces));
    }
    const pieces = this.pieces(order, name, signal);
    if (to === 'drag') {
      return { kind: 'draggable', drag: await this.delivery.toDrag(name, pieces) };
    }
    const files = await whole(pieces);
    if (to === 'page') return { kind: 'made', files };
    const { what } = request;
    if (what.kind !== 'picture' || what.format !== 'png') {
      throw new Error('Only a PNG picture can be put into the clipboard.');
    }
    await this.delivery.copyPicture(files[0]?.bytes ?? new Uint8Array());
    return { kind: 'copied' };
  }

  private pieces(
    { key, request }: ExportOrder,
    fileName: string,
    signal: AbortSignal,
  ): AsyncGenerator<ExportPiece> {
    const start = {
      request,
      fileName,
      profiles: this.profiles.summaries(),
      evidence: this.profiles.evidence(),
      version: this.options.version,
      nowMillis: Date.now(),
    };
    return makeOnThread(this.options.exportFile, start, {
      ask: (method, params) => this.profiles.query(openIdsOf(params), method, params),
      onProgress: (progress) => this.emitter.emit('exportProgress', { key, ...progress }),
      signal,
    });
  }
}

async function whole(pieces: AsyncIterable<ExportPiece>): Promise<MadeFile[]> {
  const parts = new Map<string, Uint8Array[]>();
  for await (const { file, bytes } of pieces) {
    const known = parts.get(file);
    if (known === undefined) parts.set(file, [bytes]);
    else known.push(bytes);
  }
  return Array.from(parts, ([name, list]) => ({
    name,
    bytes: new Uint8Array(Buffer.concat(list)),
  }));
}
