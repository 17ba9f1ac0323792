import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { COLORINGS } from '../../../core/drawing/box-colors.ts';
import { attempt } from '../../state/actions.ts';
import { showSource } from '../../state/reading-source.ts';
import { type ShownProfile, useApp } from '../../state/use-app.ts';
import type { Framed } from '../../state/use-framed.ts';
import { viewKey } from '../../state/view-key.ts';
import { changeView } from '../../state/views.ts';
import { rememberedZoom, rememberZoom } from '../../state/zooms.ts';
import { useTheme } from '../../theme/use-theme.ts';
import { FlameCamera } from '../flame/flame-camera.ts';
import { FlameGraph } from '../flame/flame-graph.tsx';
import { FlameTree } from '../flame/flame-tree.tsx';
import type { FlameGraphHandle, FlameGraphProps, TreeSource } from '../flame/flame-types.ts';
import { copyText } from '../parts/copy-text.ts';
import { useHighlighted } from './use-highlighted.ts';
import { useSelectedInView } from './use-selected-in-view.ts';
import { useTreeRequests } from './use-tree-requests.ts';

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
  const display = useStore(app.screen, (state) => state.display);
  const orientation = useStore(app.settings, (settings) => settings.orientation);
  const colorBy = useStore(app.settings, (settings) => settings.colorBy);
  const life = useStore(app.profiles, ({ engineLife }) => engineLife);
  const highlighted = useHighlighted(framed);
  const { view, frames } = framed;

  const startAt = rememberedZoom(app.zooms, view);
  useSelectedInView(selection, display === 'graph', startAt !== null, () => flame.current);

  const [camera] = useState(() => new FlameCamera());
  useEffect(
    () => (display === 'graph' ? app.onScreen.putUp('both', camera) : undefined),
    [app, display, camera],
  );
  const { sampleTypes } = profile;
  const source = useMemo<TreeSource>(
    () => ({
      key: viewKey(view, life),
      frames,
      sampleTypes,
      sampleType: view.sampleType,
      compared: null,
      requestSlice: (window) => app.ask('slice', { view, window, side: null }),
      requestPlace: (path) => app.ask('locate', { view, path }),
    }),
    [app, view, life, frames, sampleTypes],
  );
  const requestBox = useCallback<FlameGraphProps['requestBox']>(
    async (node) => (await app.ask('box', { view, node }))[0] ?? { self: [], total: [] },
    [app, view],
  );
  const treeRequests = useTreeRequests(view);
  const onRest = useCallback<FlameGraphProps['onRest']>(
    (viewport) => rememberZoom(app.zooms, view, viewport),
    [app, view],
  );
  const focusFrame = (name: string) =>
    changeView(app.views, view, { focus: { kind: 'frame', name } });
  const copy = useCallback<FlameGraphProps['onCopy']>(
    (text) => void attempt(app, copyText(text)),
    [app],
  );
  const { onSelect } = treeRequests;
  const shared = { source, theme, highlighted, selection, requestBox, onSelect };
  return (
    <section className="call-tree" aria-label="Call tree">
      {display === 'tree' ? (
        <FlameTree {...shared} {...treeRequests} />
      ) : (
        <FlameGraph
          {...shared}
          ref={flame}
          label="Flame graph"
          camera={camera}
          link={null}
          scale="own"
          startAt={startAt}
          onRest={onRest}
          orientation={orientation}
          coloring={COLORINGS[colorBy]}
          onShowSource={(frame) => showSource(app, view, frame)}
          onFocusFrame={(frame) => focusFrame(frames.rawName(frame))}
          onCopy={copy}
        />
      )}
    </section>
  );
}
