import { divide } from '../../../state/comparing.ts';
import { swapSides } from '../../../state/sides.ts';
import { type ComparedView, useApp } from '../../../state/use-app.ts';
import { draftOfDurations, readDraft } from '../fairness/divisor-draft.ts';
import type { HazardActions } from './hazard-text.tsx';

/** What can be done from here about what speaks against a comparison. */
export function useRemedies(
  { before, after, view }: ComparedView,
  onDivide: () => void,
): HazardActions {
  const app = useApp();
  const order = { words: 'Swap sides', act: () => swapSides(app) };
  const draft = draftOfDurations(before, after);
  const durations = draft === null ? null : readDraft(draft);
  if (durations === null || 'errors' in durations) {
    return { order, uptime: { words: 'Set divisors…', act: onDivide } };
  }
  return {
    order,
    uptime: { words: 'Divide by the seconds', act: () => divide(app, view, durations) },
  };
}
