import type { ChangeState } from '../../../core/units/change-state.ts';
import { lengthText } from '../svg/xml.ts';
import type { Sheet } from './part.ts';

const SIZE = 11;
/** Height of the bar on the upper edge of what was added. */
const BAR = 4;
/** Of what was removed: where its lines begin along the edges, and how much of them they take. */
const STRIPES = [3.5, 8.5, 13.5, 18.5];
const STRIPE = 2;

/** Draws the mark of how a function fared, as on the page; `middle` is the height of its middle. */
export function drawStateMark(
  { colors, writer }: Sheet,
  state: ChangeState,
  /** What may be noise has no colour. */
  isDoubtful: boolean,
  x: number,
  middle: number,
): void {
  const isRise = state === 'grew' || state === 'added';
  const color = isDoubtful || state === 'same' ? colors.ink3 : isRise ? colors.rise : colors.fall;
  const [top, bottom] = [middle - SIZE / 2, middle + SIZE / 2];
  const at = (part: number) => lengthText(x + SIZE * part);
  switch (state) {
    case 'grew':
      writer.path(`M${at(0.5)} ${middle - 4}L${at(0.96)} ${middle + 4}H${at(0.04)}z`, color);
      return;
    case 'shrank':
      writer.path(`M${at(0.5)} ${middle + 4}L${at(0.96)} ${middle - 4}H${at(0.04)}z`, color);
      return;
    case 'same':
      writer.rectangle({ x: x + 1, y: middle - 0.75, width: SIZE - 2, height: 1.5 }, color);
      return;
    case 'added':
      writer.rectangle({ x, y: top, width: SIZE, height: BAR }, color);
      writer.path(frameOf(x, top, bottom), color);
      return;
    case 'removed':
      writer.path(frameOf(x, top, bottom), color);
      writer.path(STRIPES.map((from) => stripe(x, top, from, STRIPE)).join(''), color);
  }
}

/** The outline of a square, one px wide. */
function frameOf(x: number, top: number, bottom: number): string {
  const [inner, right] = [SIZE - 2, x + SIZE];
  return `M${x} ${top}H${right}V${bottom}H${x}zM${x + 1} ${top + 1}v${inner}h${inner}v-${inner}z`;
}

/** A slanted line across a square, of so many px along its edges, as the hatch of boxes has them. */
function stripe(x: number, top: number, from: number, thick: number): string {
  // Where x + y is so much: the ends of a line from the left or lower edge to the upper or right one.
  const ends = (sum: number) => {
    const over = Math.max(0, sum - SIZE);
    const low = `${lengthText(x + over)} ${lengthText(top + sum - over)}`;
    const high = `${lengthText(x + sum - over)} ${lengthText(top + over)}`;
    return { low, high };
  };
  const [near, far] = [ends(from), ends(from + thick)];
  return `M${near.low}L${near.high}L${far.high}L${far.low}z`;
}
