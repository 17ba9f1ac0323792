import {
  type Quantity,
  quantityTitle,
  shownChange,
  shownInFull,
  shownValue,
} from '../../core/text/comparison/quantity-words.ts';
import { type ChangeTone, changeTone } from '../table/change-tone.ts';

/** Values of lines; columns by row, those of sides in their order; in shown units. */
export interface LineValues {
  /** Of each side, 1-based; -1 where it has no such line. */
  readonly line: readonly Int32Array[];
  readonly flat: readonly Float64Array[];
  readonly cum: readonly Float64Array[];
}

/** A column of numbers beside the lines of a source file. */
export interface ListingColumn {
  readonly id: string;
  readonly title: string;
  /** What it says, in full. */
  readonly meaning: string;
  readonly kind: 'line' | 'value' | 'change';
  /** What stands in a row; '' for nothing. */
  readonly text: (row: number) => string;
  /** The same in full, for who points at it. */
  readonly full: (row: number) => string;
  readonly tone: (row: number) => ChangeTone | null;
}

/**
 * The columns of sides whose text is there: line, flat and cum of one; of both also before, after and change of each
 * value in `values`.
 *
 * @param shown the sides that have columns, by their number
 */
export function listingColumns(
  lines: LineValues,
  shown: readonly number[],
  quantity: Quantity,
  values: readonly ('flat' | 'cum')[],
): ListingColumn[] {
  const isPair = shown.length > 1;
  return [
    ...shown.map((side) => lineColumn(lines, side, isPair)),
    ...values.flatMap((value) => [
      ...shown.map((side) => valueColumn(lines, side, isPair, value, quantity)),
      ...(isPair ? [changeColumn(lines, value, quantity)] : []),
    ]),
  ];
}

const sideNames = ['before', 'after'];

function lineColumn({ line }: LineValues, side: number, isPair: boolean): ListingColumn {
  const text = (row: number) => {
    const number = line[side]?.[row] ?? -1;
    return number > 0 ? `${number}` : '';
  };
  const name = sideNames[side] ?? '';
  return {
    id: `line${side}`,
    title: isPair ? name : 'line',
    meaning: isPair ? `Line in the file ${name}` : 'Line in the file',
    kind: 'line',
    text,
    full: () => '',
    tone: () => null,
  };
}

const MEANINGS = {
  flat: 'On the line itself',
  cum: 'On the line and in what it calls',
} as const;

function valueColumn(
  lines: LineValues,
  side: number,
  isPair: boolean,
  value: 'flat' | 'cum',
  quantity: Quantity,
): ListingColumn {
  const of = (row: number) => lines[value][side]?.[row] ?? 0;
  const name = isPair ? ` ${sideNames[side]}` : '';
  return {
    id: `${value}${side}`,
    title: `${value}${name}`,
    meaning: `${MEANINGS[value]}${name}: ${quantityTitle(quantity).toLowerCase()}`,
    kind: 'value',
    text: (row) => (of(row) === 0 ? '' : shownValue(of(row), quantity)),
    full: (row) => (of(row) === 0 ? '' : shownInFull(of(row), quantity)),
    tone: () => null,
  };
}

function changeColumn(lines: LineValues, value: 'flat' | 'cum', quantity: Quantity): ListingColumn {
  const of = (row: number) => (lines[value][1]?.[row] ?? 0) - (lines[value][0]?.[row] ?? 0);
  return {
    id: `${value}Change`,
    title: `Δ ${value}`,
    meaning: `After less before. ${MEANINGS[value]}`,
    kind: 'change',
    text: (row) => (of(row) === 0 ? '' : shownChange(of(row), quantity)),
    full: (row) => (of(row) === 0 ? '' : `${shownChange(of(row), quantity)} after less before`),
    tone: (row) => changeTone(of(row), 'unknown'),
  };
}

/** Rows [from, to) as text in the columns of `go tool pprof -list`: values, line, source. */
export function listingText(
  columns: readonly ListingColumn[],
  sourceOf: (row: number) => string,
  from: number,
  to: number,
): string {
  const values = columns.filter(({ kind }) => kind !== 'line');
  const lines = columns.filter(({ kind }) => kind === 'line');
  const lineWidth = lines.length > 1 ? 'line before'.length : 6;
  const head = [
    ...values.map(({ title }) => title.padStart(VALUE_WIDTH)),
    ...lines.map(({ title }) => (lines.length > 1 ? `line ${title}` : title).padStart(lineWidth)),
  ];
  const rows = Array.from({ length: to - from }, (_, at) => {
    const row = from + at;
    const cells = [
      ...values.map(({ text }) => (text(row) || '.').padStart(VALUE_WIDTH)),
      ...lines.map(({ text }) => text(row).padStart(lineWidth)),
    ];
    return `${cells.join(' ')}: ${sourceOf(row)}`;
  });
  return `${[head.join(' '), ...rows].join('\n')}\n`;
}

const VALUE_WIDTH = 12;
