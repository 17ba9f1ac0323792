import type { ConfidenceColumns } from '../../../../bridge/comparison-api.ts';
import {
  evidenceAt,
  mayBeClaimed,
  relativeWords,
  type Verdict,
  verdictOf,
  verdictWords,
} from '../../../../core/text/comparison/evidence.ts';
import { formatChange } from '../../../../core/units/change.ts';
import { formatInteger } from '../../../../core/units/integer.ts';

/** A change for better or worse, or one that nobody can judge. */
type Judgement = 'fall' | 'rise' | 'neutral';

/** What is said of a quantity's change as a whole. */
export interface ChangeOfWhole {
  /** `−68.3% of before`, `new`, `no change`. */
  readonly change: string;
  /** What sampling leaves open of it; '' when that is not known. */
  readonly certainty: string;
  readonly judgement: Judgement;
  /** The counts behind it, for those who ask; '' when they are not known. */
  readonly note: string;
}

/** What the engine's intervals of a report are made for. */
const LEVEL = 0.95;

/** Words for the change of a quantity between the totals of both sides, as they are shown. */
export function changeOfWhole(
  type: string,
  totals: { readonly before: number; readonly after: number },
  confidence: ConfidenceColumns | null,
): ChangeOfWhole {
  const { before, after } = totals;
  const isClaimed = before !== after && mayBeClaimed(verdictOfWhole(confidence));
  const judgement = isClaimed ? judge(type, after - before) : 'neutral';
  return {
    change: changeWords(before, after),
    certainty: confidence === null || before === after ? '' : certaintyWords(confidence),
    judgement,
    note: confidence === null ? '' : drawnWords(confidence),
  };
}

/** What may be said of the change of a whole, of which these columns have one row. */
export function verdictOfWhole(confidence: ConfidenceColumns | null): Verdict {
  return verdictOf(confidence && evidenceAt(confidence, 0), LEVEL);
}

function changeWords(before: number, after: number): string {
  if (before === after) return 'no change';
  const change = formatChange(before, after);
  return change.endsWith('%') ? `${change} of before` : change;
}

/** Of what Go's own profiles count, less is better; of anything else only its author knows. */
const LESS_IS_BETTER =
  /^(?:(?:alloc|inuse)_(?:objects|space)|objects|space|samples?|cpu|wall|contentions|delay|goroutine|threadcreate)$/;

function judge(type: string, difference: number): Judgement {
  if (!LESS_IS_BETTER.test(type)) return 'neutral';
  return difference < 0 ? 'fall' : 'rise';
}

function certaintyWords(confidence: ConfidenceColumns): string {
  const interval = relativeWords(evidenceAt(confidence, 0).relative);
  const verdict = verdictOfWhole(confidence);
  switch (verdict) {
    case 'real':
      return `95%: ${interval}`;
    case 'noise':
      return `within noise: ${interval}`;
    case 'tooFew':
      return verdictWords[verdict];
    default:
      return '';
  }
}

function drawnWords({ drawnBefore, drawnAfter }: ConfidenceColumns): string {
  const [before, after] = [drawnBefore[0] ?? 0, drawnAfter[0] ?? 0];
  return `From ${formatInteger(before)} objects sampled before and ${formatInteger(after)} after`;
}
