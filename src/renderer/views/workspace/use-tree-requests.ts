import { useCallback } from 'react';
import type { View } from '../../../bridge/engine-api.ts';
import { useApp } from '../../state/use-app.ts';
import { select } from '../../state/views.ts';
import type { FlameTreeProps } from '../flame/flame-tree.tsx';

/** What a tree to walk asks of the engine about a view, and what selecting a row of it does. */
export function useTreeRequests(
  view: View,
): Pick<FlameTreeProps, 'requestChildren' | 'requestPath' | 'onSelect'> {
  const app = useApp();
  const requestChildren = useCallback<FlameTreeProps['requestChildren']>(
    (node) => app.ask('children', { view, node }),
    [app, view],
  );
  const requestPath = useCallback<FlameTreeProps['requestPath']>(
    (node) => app.ask('path', { view, node }),
    [app, view],
  );
  const onSelect = useCallback<FlameTreeProps['onSelect']>(
    (chosen) => select(app.views, view, chosen === null ? null : { ...chosen, origin: 'graph' }),
    [app, view],
  );
  return { requestChildren, requestPath, onSelect };
}
