import { parseArgs } from 'node:util';
import type { Caption, ExportWhat } from '../bridge/export-api.ts';
import type { PatternSource } from '../core/text/pattern.ts';
import { expressionOf, oneOf, parsed, rowCountOf } from './arguments.ts';
import type { EvidenceFile } from './export-evidence.ts';
import { EXTENSIONS, type Made, madeOf, WHATS } from './export-format.ts';
import { UsageError } from './usage.ts';
import {
  COMPARED_OPTIONS,
  type ComparedOptions,
  comparedOptions,
  VIEW_OPTIONS,
  type ViewOptions,
  viewOptions,
} from './view-options.ts';

/** What `allocscope export` is asked for. */
export interface ExportOptions extends ViewOptions, ComparedOptions {
  /** One file, or the one before and the one after. */
  readonly files: readonly [string] | readonly [before: string, after: string];
  /** Path of the file to make; null for standard output. */
  readonly to: string | null;
  readonly isForced: boolean;
  readonly made: Made;
  readonly order: 'flat' | 'cum';
  readonly boxOrder: 'weight' | 'name';
  readonly search: PatternSource | null;
  readonly filter: PatternSource | null;
  readonly rows: number;
  readonly viewWidth: number;
  readonly pixelRatio: 1 | 2 | 4;
  readonly theme: 'light' | 'dark' | 'system';
  readonly orientation: 'icicle' | 'flame';
  readonly colorBy: 'package' | 'module' | 'share';
  readonly changeColor: 'absolute' | 'relative';
  readonly boxWidth: 'both' | 'before' | 'after';
  readonly scale: 'shared' | 'own';
  readonly caption: Caption;
  readonly leastShare: number;
  /** File with the author's own words; null for none. */
  readonly notesFile: string | null;
  /** Texts that a report tells about. */
  readonly evidence: readonly EvidenceFile[];
}

/** Reads the arguments. Throws UsageError. */
export function parseExportOptions(args: string[]): ExportOptions {
  const { values, positionals } = parsed(() =>
    parseArgs({ args, allowPositionals: true, options: OPTIONS }),
  );
  const files = filesOf(positionals);
  const made = madeFrom(values, files.length === 2);
  refuseStrangers(values, made, files.length === 2);
  return {
    files,
    ...viewOptions(values),
    ...comparedOptions(values),
    to: values.to === '-' ? null : (values.to ?? null),
    isForced: values.force,
    made,
    order: values.cum ? 'cum' : 'flat',
    boxOrder: oneOf('--order', ['weight', 'name'], values.order ?? 'weight'),
    search: values.search === undefined ? null : expressionOf('--search', values.search),
    filter: values.filter === undefined ? null : expressionOf('--filter', values.filter),
    rows: rowCountOf(values.nodes) ?? 30,
    viewWidth: wholeNumber('--width', values.width ?? '1200', 320, 20_000),
    pixelRatio: pixelRatio(values.scale ?? '2'),
    theme: themeOf(values.theme, made),
    orientation: oneOf('--orientation', ['icicle', 'flame'], values.orientation ?? 'icicle'),
    colorBy: oneOf('--color', ['package', 'module', 'share'], values.color ?? 'package'),
    changeColor: oneOf('--change-color', CHANGE_COLORS, values['change-color'] ?? 'absolute'),
    boxWidth: oneOf('--box-width', ['both', 'before', 'after'], values['box-width'] ?? 'both'),
    scale: values['own-scales'] ? 'own' : 'shared',
    caption: captionOf(values),
    leastShare: share('--least-share', values['least-share'] ?? '0.1%'),
    notesFile: values.notes ?? null,
    evidence: evidenceOf(values),
  };
}

const CHANGE_COLORS = ['absolute', 'relative'] as const;

const OPTIONS = {
  ...VIEW_OPTIONS,
  ...COMPARED_OPTIONS,
  to: { type: 'string' },
  format: { type: 'string' },
  what: { type: 'string' },
  force: { type: 'boolean', default: false },
  cum: { type: 'boolean', default: false },
  order: { type: 'string' },
  search: { type: 'string' },
  filter: { type: 'string' },
  nodes: { type: 'string' },
  width: { type: 'string' },
  scale: { type: 'string' },
  theme: { type: 'string' },
  orientation: { type: 'string' },
  color: { type: 'string' },
  'change-color': { type: 'string' },
  'box-width': { type: 'string' },
  'own-scales': { type: 'boolean', default: false },
  title: { type: 'string' },
  'no-caption': { type: 'boolean', default: false },
  'no-files': { type: 'boolean', default: false },
  'no-subject': { type: 'boolean', default: false },
  'no-denominator': { type: 'boolean', default: false },
  'no-legend': { type: 'boolean', default: false },
  'no-made': { type: 'boolean', default: false },
  'least-share': { type: 'string' },
  notes: { type: 'string' },
  evidence: { type: 'string', multiple: true },
  'evidence-before': { type: 'string', multiple: true },
  'evidence-after': { type: 'string', multiple: true },
} as const;

type Values = Partial<Record<keyof typeof OPTIONS, string | boolean | readonly string[]>>;

/** Options that mean something for some kinds of files only. */
const ONLY_FOR: { readonly [O in keyof typeof OPTIONS]?: readonly ExportWhat['kind'][] } = {
  cum: ['picture', 'table'],
  filter: ['picture', 'table'],
  order: ['picture', 'page'],
  search: ['picture'],
  nodes: ['picture'],
  width: ['picture'],
  scale: ['picture'],
  theme: ['picture', 'page', 'report'],
  orientation: ['picture'],
  color: ['picture', 'page'],
  'change-color': ['picture', 'page'],
  'box-width': ['picture'],
  'own-scales': ['picture'],
  title: ['picture', 'page', 'report'],
  'no-caption': ['picture'],
  'no-files': ['picture'],
  'no-subject': ['picture'],
  'no-denominator': ['picture'],
  'no-legend': ['picture'],
  'no-made': ['picture'],
  'least-share': ['page'],
  notes: ['report'],
  evidence: ['report'],
  'evidence-before': ['report'],
  'evidence-after': ['report'],
};

/** Options besides those of comparisons that are about two runs. */
const SIDED = ['evidence-before', 'evidence-after'] as const;

function refuseStrangers(values: Values, { kind }: Made, isComparison: boolean): void {
  const isGiven = (option: keyof typeof OPTIONS) => {
    const value = values[option];
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
  };
  for (const [option, kinds] of Object.entries(ONLY_FOR)) {
    if (isGiven(option as keyof typeof OPTIONS) && !kinds.includes(kind)) {
      throw new UsageError(
        `--${option}: it means nothing for a ${kind}, only for a ${kinds.join(' or ')}.`,
      );
    }
  }
  if (isComparison) return;
  const comparing = Object.keys(COMPARED_OPTIONS) as (keyof typeof COMPARED_OPTIONS)[];
  const stranger = [...comparing, ...SIDED].find(
    (option) => option !== 'percent-of' && isGiven(option),
  );
  if (stranger !== undefined) {
    throw new UsageError(`--${stranger}: it is about two profiles, and there is one.`);
  }
}

function filesOf(positionals: readonly string[]): ExportOptions['files'] {
  const [one, other, ...more] = positionals;
  if (one === undefined)
    throw new UsageError('Which file? Name a profile, or one before and one after.');
  if (more.length > 0)
    throw new UsageError('It takes one file, or two: the one before and the one after.');
  return other === undefined ? [one] : [one, other];
}

function madeFrom(values: Values, isComparison: boolean): Made {
  const { to, format, what } = values as Record<string, string | undefined>;
  if (to === undefined) throw new UsageError('Where to? Name a file with --to.');
  const chosen = what === undefined ? null : oneOf('--what', WHATS, what);
  if (to !== '-') {
    if (format === undefined) return madeOf(to, chosen, isComparison);
    throw new UsageError('--format: it is for --to - alone; a name says it by its ending.');
  }
  if (format === undefined) {
    throw new UsageError('--to -: say with --format what to write, such as svg.');
  }
  return madeOf(oneOf('--format', EXTENSIONS, format), chosen, isComparison);
}

function evidenceOf(values: Values): EvidenceFile[] {
  const of = (option: keyof typeof OPTIONS, side: EvidenceFile['side']) => {
    const files = values[option];
    return Array.isArray(files) ? files.map((file: string) => ({ file, side })) : [];
  };
  return [
    ...of('evidence', null),
    ...of('evidence-before', 'before'),
    ...of('evidence-after', 'after'),
  ];
}

function themeOf(text: string | undefined, { kind }: Made): ExportOptions['theme'] {
  if (kind === 'page') return oneOf('--theme', ['light', 'dark', 'system'], text ?? 'system');
  return oneOf('--theme', ['light', 'dark'], text ?? 'light');
}

function captionOf(values: Values): Caption {
  const isShown = (part: keyof typeof OPTIONS) => !values['no-caption'] && !values[part];
  const title = values['title'];
  return {
    title: typeof title === 'string' ? title : values['no-caption'] ? '' : null,
    files: isShown('no-files'),
    subject: isShown('no-subject'),
    denominator: isShown('no-denominator'),
    legend: isShown('no-legend'),
    made: isShown('no-made'),
  };
}

function pixelRatio(text: string): 1 | 2 | 4 {
  const found = ([1, 2, 4] as const).find((ratio) => `${ratio}` === text);
  if (found === undefined) throw new UsageError(`--scale: it is one of 1, 2, 4, not “${text}”.`);
  return found;
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most)) {
    throw new UsageError(
      `${option}: it is a whole number from ${least} to ${most}, not “${text}”.`,
    );
  }
  return number;
}

/** A share of the whole, as in `0.1%`. */
function share(option: string, text: string): number {
  const [, number] = /^(\d+\.?\d*|\.\d+)%$/.exec(text) ?? [];
  const percent = number === undefined ? Number.NaN : Number(number);
  if (!(percent >= 0 && percent <= 100)) {
    throw new UsageError(`${option}: it is a percentage such as 0.1%, not “${text}”.`);
  }
  return percent / 100;
}
