import type { ShownProfile } from '../../state/use-app.ts';
import { useViewAnswer } from '../../state/use-view-answer.ts';

/** The total of each sample type: on the stacks that the focus keeps, once that is known, else of all. */
export function useTotals({
  profile,
  view,
}: Pick<ShownProfile, 'profile' | 'view'>): readonly number[] {
  const focused = useViewAnswer('precision', view.focus === null ? null : view);
  if (view.focus === null || focused?.view.profile !== profile.id) return profile.totals;
  return focused.answer.totals.map(({ total }) => total);
}
