import { existsSync } from 'node:fs';
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Random } from '../profile/random.ts';

/** To be raised with every change of what the generator writes. */
const VERSION = 1;

const SEED = 25;

/** Of so many lines one is the collector's, as in a service that collects every 15 ms and logs 4,000 lines a second. */
const LINES_PER_COLLECTION = 60;

/** A made-up log on disk. */
export interface LogFile {
  readonly path: string;
  readonly fileBytes: number;
}

/** The log of about so many bytes, made now unless it is in the folder already; the same on every machine. */
export async function serviceLog(folder: string, bytes: number): Promise<LogFile> {
  const path = join(folder, `service-v${VERSION}-${bytes}.log`);
  if (!existsSync(path)) {
    await mkdir(folder, { recursive: true });
    // Aside first, so that what stands under the name is complete.
    const aside = `${path}.${process.pid}`;
    const file = await open(aside, 'w');
    for (const piece of pieces(bytes)) await file.write(piece);
    await file.close();
    await rename(aside, path);
  }
  return { path, fileBytes: (await stat(path)).size };
}

const PIECE_LINES = 4000;

function* pieces(bytes: number): Generator<string> {
  const lines = serviceLines();
  for (let length = 0; length < bytes; ) {
    const piece = Array.from({ length: PIECE_LINES }, () => `${lines.next().value}\n`).join('');
    length += piece.length;
    yield piece;
  }
}

/** The lines of a service that logs in several ways, as services do, without an end. */
function* serviceLines(): Generator<string, never> {
  const random = new Random(SEED);
  let collection = 0;
  for (let line = 1; ; line++) {
    if (line % LINES_PER_COLLECTION === 0) yield collectorLine(++collection, random);
    else yield serviceLine(line, random);
  }
}

function serviceLine(line: number, random: Random): string {
  const time = timeOf(line);
  switch (random.below(4)) {
    case 0:
      return `${time} INFO request id=${random.below(1e9)} method=GET path=/users/${random.below(9999)} status=200 duration=${random.below(999) / 10}ms`;
    case 1:
      return `{"time":"${time}","level":"info","msg":"order stored","order":${random.below(1e7)},"user":"u${random.below(9999)}@example.com"}`;
    case 2:
      return `time="${time}" level=debug msg="cache miss" key=orders:${random.below(9999)}:${random.below(99)} caller=store/store.go:${random.below(300)}`;
    default:
      return `[GIN] 2026/11/28 - 17:10:10 | 200 | ${random.below(999)}µs | 10.0.0.${random.below(255)} | GET "/api/v1/orders/${random.below(9999)}"`;
  }
}

/** Four lines in a millisecond. */
function timeOf(line: number): string {
  return new Date(Date.UTC(2026, 10, 28) + Math.floor(line / 4)).toISOString();
}

function collectorLine(collection: number, random: Random): string {
  const seconds = (collection * 0.015).toFixed(3);
  const wall = `${milliseconds(random)}+${milliseconds(random)}+${milliseconds(random)}`;
  const cpu = `${milliseconds(random)}+${milliseconds(random)}/${milliseconds(random)}/0+${milliseconds(random)}`;
  const live = 4 + random.below(4);
  return `gc ${collection} @${seconds}s 2%: ${wall} ms clock, ${cpu} ms cpu, ${live * 2}->${live * 2 + 1}->${live} MB, ${live * 2} MB goal, 0 MB stacks, 0 MB globals, 2 P`;
}

function milliseconds(random: Random): string {
  return (random.below(990) / 100).toFixed(2);
}
