import type { FileFormat } from './file-format.ts';
import type { FileHead } from './file-head.ts';

/*
 * Profiles in JSON, told by the keys that only they have. The keys are looked for in the text of the
 * file's beginning and end: parsing a whole file would take long only to refuse it.
 */

const ADVICE = 'Allocscope cannot read it yet: open a pprof profile instead.';

function isJson({ text }: FileHead): boolean {
  return /^\s*[[{]/.test(text);
}

function has({ text, tail }: FileHead, ...keys: string[]): boolean {
  return keys.every((key) => text.includes(`"${key}"`) || tail.includes(`"${key}"`));
}

export const speedscope: FileFormat = {
  recognises: (head) =>
    isJson(head) &&
    (/speedscope(\.app)?\/file-format-schema\.json/.test(head.text + head.tail) ||
      has(head, 'shared', 'frames', 'profiles')),
  refusal: 'It is a speedscope profile.',
  advice: ADVICE,
};

export const heapSnapshot: FileFormat = {
  recognises: (head) => isJson(head) && has(head, 'snapshot', 'meta', 'node_fields'),
  refusal: 'It is a JavaScript heap snapshot: a graph of objects, not stacks.',
  advice: "Open it in Chrome's developer tools.",
};

export const jsHeapProfile: FileFormat = {
  recognises: (head) => isJson(head) && has(head, 'head', 'callFrame', 'selfSize'),
  refusal: 'It is a JavaScript heap profile.',
  advice: ADVICE,
};

export const cpuProfile: FileFormat = {
  recognises: (head) =>
    isJson(head) && has(head, 'hitCount') && (has(head, 'nodes', 'callFrame') || has(head, 'head')),
  refusal: 'It is a JavaScript CPU profile.',
  advice: ADVICE,
};

export const chromeTrace: FileFormat = {
  recognises: (head) => isJson(head) && (has(head, 'traceEvents') || has(head, 'ph', 'ts', 'pid')),
  refusal: 'It is a Chrome trace.',
  advice: ADVICE,
};

export const firefoxProfile: FileFormat = {
  recognises: (head) =>
    isJson(head) &&
    (has(head, 'meta', 'processType') ||
      has(head, 'meta', 'libs') ||
      has(head, 'label', 'markers')),
  refusal: 'It is a profile of the Firefox Profiler.',
  advice: 'Open it on profiler.firefox.com.',
};

export const pyroscopeProfile: FileFormat = {
  recognises: (head) => isJson(head) && has(head, 'flamebearer'),
  refusal: "It is a flame graph in Pyroscope's JSON form.",
  advice: 'Export it from Pyroscope as pprof and open that.',
};

export const goTestLog: FileFormat = {
  recognises: (head) => isJson(head) && has(head, 'Time', 'Action', 'Package'),
  refusal: 'It is the output of "go test -json", not a profile.',
  advice: 'Run "go test -bench=. -memprofile=mem.pb.gz" and open mem.pb.gz.',
  isSearched: true,
};

export const stackprof: FileFormat = {
  recognises: (head) => isJson(head) && has(head, 'mode', 'interval', 'gc_samples'),
  refusal: 'It is a Ruby profile of stackprof.',
  advice: ADVICE,
};

export const otherJson: FileFormat = {
  recognises: isJson,
  refusal: 'It is JSON, but of no kind that is known as a profile.',
  advice: 'Open a pprof profile, such as /debug/pprof/heap gives.',
  isSearched: true,
};
