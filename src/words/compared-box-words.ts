import { formatChange, formatSigned } from '../core/units/change.ts';
import { formatQuantity, formatValue } from '../core/units/quantity.ts';
import { formatRatio } from '../core/units/ratio.ts';
import { formatShare } from '../core/units/share.ts';
import type { BoxFigures, ComparedFigures } from './box-figures.ts';

/** A box as it is shown: its values on each side, divided where the user divides. */
interface ShownValues {
  readonly self: Pair;
  readonly total: Pair;
  readonly allTotal: Pair;
}

type Pair = readonly [before: number, after: number];

function shownValues({ sides }: BoxFigures, { scales }: ComparedFigures): ShownValues {
  const pair = (name: 'self' | 'total' | 'allTotal'): Pair => [
    (sides[0]?.[name] ?? 0) * scales[0],
    (sides[1]?.[name] ?? 0) * scales[1],
  ];
  return { self: pair('self'), total: pair('total'), allTotal: pair('allTotal') };
}

/** A quantity with what it is per. */
function withPer(quantity: string, { per }: Pick<ComparedFigures, 'per'>): string {
  return per === '' ? quantity : `${quantity} ${per}`;
}

/** The root's text, longest form first. */
export function comparedRootLabels(totals: readonly number[], compared: ComparedFigures): string[] {
  const { drawn, type, scales } = compared;
  const shown = ([0, 1] as const).map((side) => (totals[side] ?? 0) * scales[side]);
  const [before = 0, after = 0] = shown;
  const value =
    drawn === null
      ? `${formatValue(before, type.unit)} → ${formatQuantity(after, type)}`
      : formatQuantity(shown[drawn] ?? 0, type);
  return [`all · ${withPer(value, compared)}`, `all · ${value}`, 'all'];
}

/** A line of numbers about a box: before, after, and what changed. */
export interface ComparedFact {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly ratio: string;
}

/** The numbers about a box on both sides, for its tooltip; each share names what it is of. */
export function comparedFacts(box: BoxFigures, compared: ComparedFigures): ComparedFact[] {
  const { self, total, allTotal } = shownValues(box, compared);
  const { unit } = compared.type;
  const line = (label: string, [before, after]: Pair): ComparedFact => ({
    label,
    before: formatValue(before, unit),
    after: formatValue(after, unit),
    change: formatSigned(after - before, (value) => formatValue(value, unit)),
    ratio: formatRatio(before, after),
  });
  const isBox = box.place.frame >= 0;
  const facts = isBox ? [line('flat', self), line('cum', total)] : [line('total', total)];
  if (!isBox && box.merged === 0) return facts;
  const points = total[1] - total[0];
  return [
    ...facts,
    {
      label: 'share of its side',
      before: formatShare(total[0], allTotal[0]),
      after: formatShare(total[1], allTotal[1]),
      change: '',
      ratio: '',
    },
    {
      label: 'change of total before',
      before: '',
      after: '',
      change: formatSigned(points, (value) => formatShare(value, Math.abs(allTotal[0]))),
      ratio: '',
    },
  ];
}

/** What a screen reader says of a box of a comparison that the keyboard comes to. */
export function comparedSentence(box: BoxFigures, name: string, compared: ComparedFigures): string {
  if (box.merged > 0 && box.place.frame < 0) return `${name}.`;
  const { total, self } = shownValues(box, compared);
  const level =
    box.place.frame < 0 ? '' : `, ${selfWords(self, compared)}, level ${box.place.depth}`;
  return `${name}, ${changeWords(total, compared)}${level}.`;
}

/** Before, after and the change between them, spoken. */
export function changeWords([before, after]: Pair, compared: ComparedFigures): string {
  const { type } = compared;
  const whole = (value: number) => withPer(formatQuantity(value, type), compared);
  if (before === after) return `${whole(before)} before and after`;
  if (after === 0) return `${whole(before)} before, gone after`;
  if (before === 0) return `new, ${whole(after)} after`;
  const change = formatSigned(after - before, (value) => formatValue(value, type.unit));
  return (
    `${formatValue(before, type.unit)} before, ${whole(after)} after, ` +
    `${change}, ${formatChange(before, after)} of what it was`
  );
}

function selfWords([before, after]: Pair, { type }: ComparedFigures): string {
  if (before === 0 && after === 0) return 'none of it its own';
  return `its own ${formatValue(before, type.unit)} before, ${formatValue(after, type.unit)} after`;
}
