import type { Certainty } from '../../../../bridge/sites-api.ts';
import './pattern-chip.css';

/** The name of a pattern; dashed where it is but likely, struck where only the side before has it. */
export function PatternChip({
  name,
  certainty,
  isGone = false,
}: {
  readonly name: string;
  readonly certainty: Certainty;
  readonly isGone?: boolean;
}) {
  return (
    <span className="pattern-chip" data-certainty={certainty} data-gone={isGone || undefined}>
      {name}
      {certainty === 'likely' && <span className="pattern-likely"> likely</span>}
    </span>
  );
}
