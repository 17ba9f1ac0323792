import { join } from 'node:path';
import type { CaptureOrder, CaptureOutcome } from '../../bridge/capture-api.ts';
import type { ExportOutcome } from '../../bridge/export-api.ts';
import type { Hello } from '../../bridge/host.ts';
import { type Delivery, outcomeOf } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import type { Emitter } from '../emitter.ts';
import { CaptureFolder } from './capture-folder.ts';
import { captureEnding } from './capture-name.ts';
import { CapturedCounts } from './captured-counts.ts';
import { Captures } from './captures.ts';

interface Parts {
  /** The folder that captures are saved to is remembered here, and is beneath it at first; so are the counts. */
  readonly configFolder: string;
  readonly desk: Desk | null;
  readonly delivery: Delivery;
  readonly emitter: Emitter;
}

/** Answers the page's requests about captures and the files that they were saved as. */
export class CaptureRequests {
  private readonly desk: Desk | null;
  private readonly delivery: Delivery;
  private readonly folder: CaptureFolder;
  private readonly counts: CapturedCounts;
  private readonly captures: Captures;

  constructor({ configFolder, desk, delivery, emitter }: Parts) {
    this.desk = desk;
    this.delivery = delivery;
    this.folder = new CaptureFolder(
      join(configFolder, 'captures'),
      join(configFolder, 'capture.json'),
    );
    this.counts = new CapturedCounts(join(configFolder, 'captured-counts.json'));
    const { folder, counts } = this;
    this.captures = new Captures({ folder, counts, delivery, emitter });
  }

  /** What a page that starts is told of them. */
  async known(): Promise<Pick<Hello, 'captureFolder' | 'counts'>> {
    const [captureFolder, counts] = await Promise.all([this.folder.path(), this.counts.list()]);
    return { captureFolder, counts };
  }

  /** As `Captures.run`. */
  async run(order: CaptureOrder): Promise<CaptureOutcome> {
    return await this.captures.run(order);
  }

  cancel(key: string): void {
    this.captures.cancel(key);
  }

  /** Lets the user choose the folder to save to; null where they choose none, or the shell has no dialog. */
  async chooseFolder(): Promise<string | null> {
    return this.desk === null ? null : await this.folder.choose(this.desk);
  }

  /** Saves a copy of a captured file where the user chooses, or has the browser download it. */
  async saveCopy(saved: string): Promise<ExportOutcome> {
    const ending = captureEnding(this.delivery.pathOf(saved));
    return outcomeOf(await this.delivery.copyOf(saved, ending));
  }

  /** Ends what is under way. */
  async dispose(): Promise<void> {
    await this.captures.dispose();
  }
}
