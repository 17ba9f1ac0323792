import { useCallback } from 'react';
import type { View } from '../../../../bridge/engine-api.ts';
import { ROOT_ONLY } from '../../../../core/layout/flame-slice.ts';
import { useApp } from '../../../state/use-app.ts';
import { useLatest } from '../../../state/use-latest.ts';

/** Total of each side in a view, as measured; null until the engine has told. */
export function useSideTotals(view: View): readonly [before: number, after: number] | null {
  const { ask } = useApp();
  const work = useCallback(async () => {
    const { sides } = await ask('slice', { view, window: ROOT_ONLY, side: null });
    return [sides[0]?.total[0] ?? 0, sides[1]?.total[0] ?? 0] as const;
  }, [ask, view]);
  return useLatest(work).value;
}
