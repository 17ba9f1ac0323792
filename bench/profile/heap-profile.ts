import { type CallSite, CallSites } from './call-sites.ts';
import { type GoFunction, makeFunctions } from './functions.ts';
import { Random } from './random.ts';
import { PERIOD_BYTES, SampleWriter } from './sample-writer.ts';
import type { Shape } from './shape.ts';
import { StackWalk } from './stack-walk.ts';
import { TextTable } from './text-table.ts';
import { WireWriter } from './wire-writer.ts';

/** What came of a shape. */
export interface HeapProfileCounts {
  readonly samples: number;
  readonly locations: number;
  readonly functions: number;
  /** Distinct prefixes of stacks. */
  readonly treeNodes: number;
}

const CHUNK_BYTES = 1 << 20;
const TEXT_START = 0x400000;
const BYTES_PER_SITE = 16;
/** Between the seeds of runs, far from the seeds of programs. */
const RUN_STEP = 7919;
const SAMPLE_TYPES = [
  ['alloc_objects', 'count'],
  ['alloc_space', 'bytes'],
  ['inuse_objects', 'count'],
  ['inuse_space', 'bytes'],
] as const;

/**
 * Makes up a heap profile as Go's runtime writes them, in chunks of protobuf: four sample types, the
 * size class as the label `bytes`, and samples before the locations that they refer to. A shape gives
 * the same bytes on every machine.
 */
export function* heapProfile(shape: Shape): Generator<Uint8Array, HeapProfileCounts> {
  const program = new Random(shape.seed);
  const functions = makeFunctions(program, shape.functions);
  const random = shape.run === 0 ? program : new Random(shape.seed + RUN_STEP * shape.run);
  const sites = new CallSites(functions, shape.inlineChance);
  const walk = new StackWalk(random, sites, functions.length, shape.theta);
  const texts = new TextTable();
  const out = new WireWriter();

  for (const [type, unit] of SAMPLE_TYPES) {
    out.message(1, (message) => {
      message.number(1, texts.row(type));
      message.number(2, texts.row(unit));
    });
  }
  const samples = new SampleWriter(random, walk, shape.depth, texts.row('bytes'));
  for (let i = 0; i < shape.samples; i++) {
    samples.write(out);
    if (out.length >= CHUNK_BYTES) yield* taken(out);
  }
  writeMapping(out, texts, sites.sites.length);
  for (const [row, site] of sites.sites.entries()) writeLocation(out, row, site);
  for (const [row, fn] of functions.entries()) writeFunction(out, texts, row, fn);
  writeFacts(out, texts);
  for (const text of texts.all()) out.text(6, text);
  yield* taken(out);
  return {
    samples: shape.samples,
    locations: sites.sites.length,
    functions: functions.length,
    treeNodes: walk.nodes,
  };
}

function* taken(out: WireWriter): Generator<Uint8Array, void> {
  yield out.view().slice();
  out.clear();
}

function writeMapping(out: WireWriter, texts: TextTable, siteCount: number): void {
  out.message(3, (message) => {
    message.number(1, 1);
    message.number(2, TEXT_START);
    message.number(3, TEXT_START + (siteCount + 1) * BYTES_PER_SITE);
    message.number(5, texts.row('/usr/local/bin/acme-server'));
    message.number(6, texts.row('b1946ac92492d2347c6235b4d2611184'));
    // It has functions, file names, lines and inlined frames.
    for (const field of [7, 8, 9, 10]) message.number(field, 1);
  });
}

function writeLocation(out: WireWriter, row: number, { functions, lines }: CallSite): void {
  out.message(4, (message) => {
    message.number(1, row + 1);
    message.number(2, 1);
    message.number(3, TEXT_START + (row + 1) * BYTES_PER_SITE);
    for (let i = functions.length - 1; i >= 0; i--) {
      message.message(4, (line) => {
        line.number(1, (functions[i] as number) + 1);
        line.number(2, lines[i] as number);
      });
    }
  });
}

function writeFunction(out: WireWriter, texts: TextTable, row: number, fn: GoFunction): void {
  out.message(5, (message) => {
    message.number(1, row + 1);
    message.number(2, texts.row(fn.name));
    message.number(3, texts.row(fn.name));
    message.number(4, texts.row(fn.file));
    message.number(5, fn.startLine);
  });
}

/** Time, period and default sample type. */
function writeFacts(out: WireWriter, texts: TextTable): void {
  out.number(9, 1_767_225_600_000_000_000n);
  out.message(11, (message) => {
    message.number(1, texts.row('space'));
    message.number(2, texts.row('bytes'));
  });
  out.number(12, PERIOD_BYTES);
  out.number(14, texts.row('inuse_space'));
}
