import type { View } from '../../../../bridge/engine-api.ts';
import type { SideIndex } from '../../../../core/layout/linked-viewport.ts';
import { comparedFigures } from '../../../../words/compared-figures.ts';
import type { ShownComparison } from '../../../state/use-app.ts';
import type { Compared } from '../../flame/flame-types.ts';

/** What the numbers of a comparison mean in a graph of one side, or of both as one (null). */
export const comparedIn = (
  { comparison }: Pick<ShownComparison, 'comparison'>,
  view: View,
  key: string,
  drawn: SideIndex | null,
): Compared => ({ key, ...comparedFigures(comparison, view, drawn) });

/** A profile's boxes tell of themselves in every sample type; those of a comparison have all they tell in their slice. */
export const noMoreValues = () => Promise.resolve({ self: [], total: [] });
