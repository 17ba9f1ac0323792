import { formatChange } from '../../units/change.ts';
import { lowerFirst } from '../lower-first.ts';
import type { Verdict } from './evidence.ts';
import { mayBeClaimed, verdictWords } from './evidence.ts';
import {
  type Quantity,
  quantityTitle,
  shownChange,
  shownInFull,
  shownValue,
} from './quantity-words.ts';

/** Values of both sides as shown: divided, scaled. */
export interface BothSides {
  readonly before: number;
  readonly after: number;
}

/**
 * What became of a total, as a sentence that can be quoted: `Objects allocated per request fell from 332
 * to 105 (−68.3% of before).` Where sampling may have made the difference it says so, and claims no
 * direction.
 */
export function totalSentence(
  quantity: Quantity,
  { before, after }: BothSides,
  verdict: Verdict,
): string {
  const title = quantityTitle(quantity);
  if (before === after) {
    return before === 0
      ? `No ${lowerFirst(title)} on either side.`
      : `${title} did not change: ${shownValue(before, quantity)} on both sides.`;
  }
  const [was, is] = [shownValue(before, quantity), shownValue(after, quantity)];
  const change = changeOfBefore({ before, after });
  if (!mayBeClaimed(verdict)) {
    return `${title}: ${was} before, ${is} after (${change}), ${verdictWords[verdict]}.`;
  }
  const verb = after < before ? 'fell' : 'rose';
  return `${title} ${verb} from ${was} to ${is} (${change}).`;
}

/** `−68.3% of before`; `new` and `gone` say it without a percentage. */
function changeOfBefore({ before, after }: BothSides): string {
  const change = formatChange(before, after);
  return change === 'new' ? 'new: nothing before' : `${change} of before`;
}

/**
 * What became of a function, without its name: `40.1 → 4.90 objects per request (−35.2, −87.8% of its
 * own before; beyond sampling noise)`.
 */
export function functionWords(quantity: Quantity, sides: BothSides, verdict: Verdict): string {
  const [was, is] = [shownValue(sides.before, quantity), shownInFull(sides.after, quantity)];
  return `${was} → ${is} (${functionChange(quantity, sides)}; ${verdictWords[verdict]})`;
}

/** The same where what is counted and how sure it is has been said: `from 40.1 to 4.90 (−35.2, −87.8% of its own before)`. */
export function functionInBrief(quantity: Quantity, sides: BothSides): string {
  const [was, is] = [shownValue(sides.before, quantity), shownValue(sides.after, quantity)];
  return `from ${was} to ${is} (${functionChange(quantity, sides)})`;
}

function functionChange(quantity: Quantity, { before, after }: BothSides): string {
  const delta = shownChange(after - before, quantity);
  if (before === 0) return `${delta}, nothing of its own before`;
  if (after === 0) return `${delta}, nothing of its own after`;
  return `${delta}, ${formatChange(before, after)} of its own before`;
}
