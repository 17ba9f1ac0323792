import { parseArgs } from 'node:util';

const PARTS = ['engine', 'compare', 'join', 'scan', 'page', 'peers'] as const;

/** A part of the benchmarks that can be run alone. */
export type Part = (typeof PARTS)[number];

export interface Options {
  /** Print JSON instead of tables. */
  readonly json: boolean;
  /** Samples of the profiles, ascending. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly only: readonly Part[];
  /** Make the profile of so many samples, print its path, and measure nothing. */
  readonly generate: number | null;
  /** Folder of an installed speedscope package; null to look for one in node_modules. */
  readonly speedscope: string | null;
  /** Folder for CPU profiles of the largest opening; null for none. */
  readonly cpuProfiles: string | null;
}

export const usage = `Usage: npm run bench [-- OPTIONS]

  --json               print JSON
  --sizes 10k,100k,1m  samples of the profiles
  --rounds N           how often each size is opened (5)
  --only PARTS         of engine,compare,join,scan,page,peers; separated by commas
  --speedscope FOLDER  an installed speedscope package to compare with
  --cpu-profiles FOLDER  write CPU profiles of opening the largest profile
  --help               print this
  --generate SIZE      make the profile of a size, print its path, and end`;

/** Reads the arguments. Throws Error with a sentence where they are wrong. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      sizes: { type: 'string', default: '10k,100k,1m' },
      rounds: { type: 'string', default: '5' },
      only: { type: 'string', default: PARTS.join(',') },
      speedscope: { type: 'string' },
      'cpu-profiles': { type: 'string' },
      generate: { type: 'string' },
    },
  });
  return {
    json: values.json,
    sizes: values.sizes.split(',').map(parseSize).sort(ascending),
    rounds: parseSize(values.rounds),
    only: values.only.split(',').map(parsePart),
    speedscope: values.speedscope ?? null,
    cpuProfiles: values['cpu-profiles'] ?? null,
    generate: values.generate === undefined ? null : parseSize(values.generate),
  };
}

/** Reads a count such as 250, 10k or 1m. */
function parseSize(text: string): number {
  const found = /^([1-9]\d*)(k|m|)$/i.exec(text.trim());
  if (found === null) throw new Error(`“${text}” is no count such as 250, 10k or 1m.`);
  const scale = { k: 1e3, m: 1e6 }[(found[2] ?? '').toLowerCase()] ?? 1;
  return Number(found[1]) * scale;
}

function parsePart(text: string): Part {
  const part = PARTS.find((name) => name === text.trim());
  if (part === undefined) throw new Error(`“${text}” is none of ${PARTS.join(', ')}.`);
  return part;
}

function ascending(a: number, b: number): number {
  return a - b;
}
