import type { ExportWhat } from '../bridge/export-api.ts';
import { UsageError } from './usage.ts';

/** What can be named by `--what`: what a picture shows, and the kinds of documents and data. */
export const WHATS = [
  'graph',
  'sides',
  'difference',
  'table',
  'summary',
  'page',
  'report',
  'stacks',
  'profile',
] as const;

export type What = (typeof WHATS)[number];

type Format =
  | Extract<ExportWhat, { readonly format: unknown }>['format']
  | Extract<ExportWhat, { kind: 'page' | 'profile' }>['kind'];

/** What is made: the kind of file, and for a picture or a table what it shows. */
export interface Made {
  readonly kind: ExportWhat['kind'];
  /** As the contract of exports has it; the kind where that has only one. */
  readonly format: Format;
  readonly what: What;
}

interface FileKind {
  readonly extension: string;
  readonly kind: ExportWhat['kind'];
  readonly format: Format;
  /** What it can be of, the first of them by default; of one profile, and of two. */
  readonly ofOne: readonly What[];
  readonly ofTwo: readonly What[];
}

const PICTURE = {
  kind: 'picture',
  ofOne: ['graph', 'table', 'summary'],
  ofTwo: ['sides', 'difference', 'table', 'summary'],
} as const;
const TABLE = { kind: 'table', ofOne: ['table'], ofTwo: ['table'] } as const;
const REPORT = { kind: 'report', ofOne: ['report'], ofTwo: ['report'] } as const;
const STACKS = { kind: 'stacks', ofOne: ['stacks'], ofTwo: ['stacks'] } as const;

/** By what the name of a file ends with. Longer endings stand before those that they end with. */
const FILE_KINDS: readonly FileKind[] = [
  { extension: 'png', format: 'png', ...PICTURE },
  { extension: 'svg', format: 'svg', ...PICTURE },
  { extension: 'html', kind: 'page', format: 'page', ofOne: ['page'], ofTwo: ['page'] },
  { extension: 'html', format: 'html', ...REPORT },
  { extension: 'md', format: 'md', ...REPORT },
  { extension: 'csv', format: 'csv', ...TABLE },
  { extension: 'tsv', format: 'tsv', ...TABLE },
  { extension: 'speedscope.json', format: 'speedscope', ...STACKS },
  { extension: 'json', format: 'json', ...TABLE },
  { extension: 'folded', format: 'folded', ...STACKS },
  {
    extension: 'pb.gz',
    kind: 'profile',
    format: 'profile',
    ofOne: ['profile'],
    ofTwo: ['profile'],
  },
];

/** The endings of names that are understood. */
export const EXTENSIONS = [...new Set(FILE_KINDS.map(({ extension }) => extension))];

/**
 * What to make for a name (or, where there is none, for an ending alone), and what of. Throws UsageError
 * where the name does not say it, or it cannot be of that.
 */
export function madeOf(name: string, what: What | null, isComparison: boolean): Made {
  const lower = `.${name.toLowerCase()}`;
  const ending = EXTENSIONS.find((extension) => lower.endsWith(`.${extension}`));
  if (ending === undefined) {
    throw new UsageError(
      `--to: a name ends with one of ${EXTENSIONS.join(', ')}, not as “${name}”.`,
    );
  }
  const whats = ({ ofOne, ofTwo }: FileKind) => (isComparison ? ofTwo : ofOne);
  const kinds = FILE_KINDS.filter(({ extension }) => extension === ending);
  const found = kinds.find((kind) => what === null || whats(kind).includes(what));
  if (found === undefined) {
    const possible = kinds.flatMap(whats).join(', ');
    throw new UsageError(
      `--what: of ${isComparison ? 'two profiles' : 'one profile'}, a ${ending} file shows ${possible}, not ${what}.`,
    );
  }
  const { kind, format } = found;
  return { kind, format, what: what ?? whats(found)[0] ?? 'graph' };
}
