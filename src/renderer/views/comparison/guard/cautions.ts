import type { Hazard } from '../../../../bridge/comparison-api.ts';
import type { Comparison } from '../../../state/comparisons.ts';
import type { Caution } from './hazard-text.tsx';

/** What the engine found, and whether the sides seem to be swapped. */
export function cautionsOf(
  hazards: readonly Hazard[],
  { comparison }: { readonly comparison: Pick<Comparison, 'summary'> },
): readonly Caution[] {
  const { isSwapped, reason } = comparison.summary.suggestion;
  if (!isSwapped) return hazards;
  return [
    ...hazards,
    {
      kind: 'order',
      severity: 'note',
      message: `What stands after may be the one before, since ${reason}.`,
      advice: 'Swap the sides if it is.',
    },
  ];
}
