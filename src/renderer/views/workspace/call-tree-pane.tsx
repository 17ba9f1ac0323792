import { type RefObject, useCallback, useEffect } from 'react';
import { useStore } from 'zustand';
import { attempt } from '../../state/actions.ts';
import { type ShownProfile, useApp } from '../../state/use-app.ts';
import type { Framed } from '../../state/use-framed.ts';
import { viewKey } from '../../state/view-key.ts';
import { changeView, select } from '../../state/views.ts';
import { useTheme } from '../../theme/use-theme.ts';
import { FlameGraph } from '../flame/flame-graph.tsx';
import type { FlameGraphHandle, FlameGraphProps } from '../flame/flame-types.ts';
import { copyText } from '../parts/copy-text.ts';
import { useHighlighted } from './use-highlighted.ts';

/** The call tree, as a flame graph or as a tree to walk. */
export function CallTreePane({
  shown: { profile, selection },
  framed,
  flame,
}: {
  readonly shown: ShownProfile;
  readonly framed: Framed;
  readonly flame: RefObject<FlameGraphHandle | null>;
}) {
  const app = useApp();
  const theme = useTheme();
  const orientation = useStore(app.settings, (settings) => settings.orientation);
  const colorBy = useStore(app.settings, (settings) => settings.colorBy);
  const life = useStore(app.profiles, ({ engineLife }) => engineLife);
  const highlighted = useHighlighted(framed);
  const { view, frames } = framed;

  const place = selection?.place ?? null;
  const isOwn = selection?.origin === 'graph';
  useEffect(() => {
    if (place !== null && !isOwn) flame.current?.reveal(place);
  }, [place, isOwn, flame]);

  const requestSlice = useCallback<FlameGraphProps['requestSlice']>(
    (window) => app.ask('slice', { view, window }),
    [app, view],
  );
  const requestBox = useCallback<FlameGraphProps['requestBox']>(
    (node) => app.ask('box', { view, node }),
    [app, view],
  );
  const copy = useCallback<FlameGraphProps['onCopy']>(
    (text) => void attempt(app, copyText(text)),
    [app],
  );
  return (
    <section className="call-tree" aria-label="Call tree">
      <FlameGraph
        ref={flame}
        viewKey={viewKey(view, life)}
        frames={frames}
        requestSlice={requestSlice}
        requestBox={requestBox}
        sampleTypes={profile.sampleTypes}
        sampleType={view.sampleType}
        orientation={orientation}
        colorBy={colorBy}
        theme={theme}
        highlighted={highlighted}
        selection={selection}
        onSelect={(chosen) =>
          select(app.views, view, chosen === null ? null : { ...chosen, origin: 'graph' })
        }
        onFocusFrame={(frame) =>
          changeView(app.views, profile.id, {
            focus: { kind: 'frame', name: frames.rawName(frame) },
          })
        }
        onCopy={copy}
      />
    </section>
  );
}
