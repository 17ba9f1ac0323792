import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { joinEscapes } from '../../src/core/analysis/escape-join/join.ts';
import { type FrameTable, indexFrames } from '../../src/core/analysis/frames.ts';
import { EscapeExtractor } from '../../src/core/evidence/escape/extract.ts';
import { decodePprof } from '../../src/core/formats/pprof/decode.ts';
import { ownPeakBytes } from '../peak-memory.ts';
import type { JoinResult } from './join-result.ts';

/*
 * Joins diagnostics of the compiler, made up for the lines of a profile, with that profile in a process of its
 * own: `node join-child.js PROFILE DIAGNOSTICS`. Prints a JoinResult.
 */

const MESSAGES = [
  'moved to heap: buf',
  'key + ":" + id escapes to heap',
  '... argument does not escape',
  'leaking param: it',
];

const [path = '', wanted = '0'] = process.argv.slice(2);
const profile = decodePprof(gunzipSync(readFileSync(path)), () => {});

const indexMs = elapsed();
const index = indexFrames(profile, 'lines', true);
const indexed = indexMs();

const text = [...diagnosticsFor(index.frames, Number(wanted))];
const readMs = elapsed();
const extractor = new EscapeExtractor();
for (const line of text) extractor.take(line);
const evidence = extractor.finish();
const read = readMs();

const joinMs = elapsed();
const join = joinEscapes(profile, index, evidence, [0, 1], null);
const joined = joinMs();

const result: JoinResult = {
  samples: profile.samples.length,
  frames: index.frames.length,
  diagnostics: evidence.diagnostics.length,
  sites: join.length,
  messages: join.message.length,
  indexMs: indexed,
  readMs: read,
  joinMs: joined,
  peakBytes: await ownPeakBytes(),
};
process.stdout.write(JSON.stringify(result));

function elapsed(): () => number {
  const started = performance.now();
  return () => performance.now() - started;
}

/** So many lines of `-m` on the lines of frames, and a fourth of them on others; with paths of another root. */
function* diagnosticsFor({ file, line, length }: FrameTable, count: number): Generator<string> {
  for (let number = 0; number < count; number++) {
    const turn = number % MESSAGES.length;
    const frame = Math.floor(number / MESSAGES.length) % length;
    const path = (file[frame] ?? '').replace('/src/', './');
    const at = (line[frame] ?? 0) + (turn === 3 ? 5000 : 0);
    yield `${path}:${at}:${1 + number}: ${MESSAGES[turn]}`;
  }
}
