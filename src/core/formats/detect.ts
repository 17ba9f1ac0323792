import { base64Gzip } from './base64.ts';
import { cppText } from './cpp-text.ts';
import { empty } from './empty.ts';
import type { FileFormat } from './file-format.ts';
import { readHead } from './file-head.ts';
import { folded } from './folded.ts';
import { benchmarkOutput, escapeAnalysis, gctraceLog } from './go-log.ts';
import { goTrace } from './go-trace.ts';
import { goroutineDump } from './goroutine-dump.ts';
import { gzip } from './gzip.ts';
import { htmlPage } from './html-page.ts';
import { httpAnswer } from './http-answer.ts';
import { investigation } from './investigation.ts';
import { jfr } from './jfr.ts';
import {
  chromeTrace,
  cpuProfile,
  firefoxProfile,
  goTestLog,
  heapSnapshot,
  jsHeapProfile,
  otherJson,
  pyroscopeProfile,
  speedscope,
  stackprof,
} from './json.ts';
import { legacyCpu } from './legacy-cpu.ts';
import { contentionText } from './legacy-text/contention.ts';
import { countText } from './legacy-text/count.ts';
import { heapText } from './legacy-text/heap.ts';
import { mangledGzip } from './mangled-gzip.ts';
import { perfData } from './perf-data.ts';
import { perfScript } from './perf-script.ts';
import { pprof } from './pprof/format.ts';
import { serverMessage } from './server-message.ts';
import { tar } from './tar.ts';
import { nearlyText, otherBytes, otherText } from './unknown.ts';
import { zip } from './zip.ts';
import { zstd } from './zstd.ts';

/** In this order: first what a few fixed bytes tell, then what its grammar tells, the vaguest last. */
const FORMATS: readonly FileFormat[] = [
  empty,
  gzip,
  zstd,
  mangledGzip,
  investigation,
  zip,
  goTrace,
  jfr,
  perfData,
  legacyCpu,
  tar,
  pprof,
  base64Gzip,
  httpAnswer,
  htmlPage,
  serverMessage,
  heapSnapshot,
  speedscope,
  jsHeapProfile,
  cpuProfile,
  chromeTrace,
  firefoxProfile,
  pyroscopeProfile,
  stackprof,
  goTestLog,
  otherJson,
  heapText,
  countText,
  contentionText,
  cppText,
  goroutineDump,
  gctraceLog,
  benchmarkOutput,
  escapeAnalysis,
  perfScript,
  folded,
  otherText,
  nearlyText,
];

/** The format of a file, by its content. There always is one: what nothing recognises is refused. */
export function detectFormat(bytes: Uint8Array): FileFormat {
  const head = readHead(bytes);
  return FORMATS.find((format) => format.recognises(head)) ?? otherBytes;
}
