import {
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useStore } from 'zustand';
import { SIDES } from '../../../../bridge/comparison-api.ts';
import type { BoxPlace } from '../../../../bridge/tree-api.ts';
import type { Coloring } from '../../../../core/drawing/box-colors.ts';
import type { LinkScale, SideIndex } from '../../../../core/layout/linked-viewport.ts';
import { attempt } from '../../../state/actions.ts';
import { showSource } from '../../../state/reading-source.ts';
import { type ShownComparison, useApp } from '../../../state/use-app.ts';
import type { Framed } from '../../../state/use-framed.ts';
import { viewKey } from '../../../state/view-key.ts';
import { changeView, select } from '../../../state/views.ts';
import { rememberedZoom, rememberZoom } from '../../../state/zooms.ts';
import { useTheme } from '../../../theme/use-theme.ts';
import { placeOn } from '../../flame/compared-places.ts';
import { FlameCamera } from '../../flame/flame-camera.ts';
import { FlameGraph } from '../../flame/flame-graph.tsx';
import type {
  FlameGraphHandle,
  FlameGraphProps,
  StageLink,
  TreeSource,
} from '../../flame/flame-types.ts';
import { copyText } from '../../parts/copy-text.ts';
import { useHighlighted } from '../../workspace/use-highlighted.ts';
import { comparedIn, noMoreValues } from './compared.ts';

/** The graph of one side of a comparison, or of both as one (`side` is null). */
export function ComparedGraph({
  shown,
  framed,
  side,
  coloring,
  label,
  link = null,
  scale = 'own',
  ref,
}: {
  readonly shown: ShownComparison;
  readonly framed: Framed;
  readonly side: SideIndex | null;
  readonly coloring: Coloring;
  readonly label: string;
  readonly link?: StageLink | null;
  readonly scale?: LinkScale;
  readonly ref: Ref<FlameGraphHandle>;
}) {
  const app = useApp();
  const theme = useTheme();
  const orientation = useStore(app.settings, (settings) => settings.orientation);
  const life = useStore(app.profiles, ({ engineLife }) => engineLife);
  const highlighted = useHighlighted(framed);
  const { view, frames } = framed;
  const { selection, comparison } = shown;
  const graph = side === null ? 'both' : SIDES[side];
  // The side after follows the one before.
  const startAt = side === 1 ? null : rememberedZoom(app.zooms, view, graph);
  const [camera] = useState(() => new FlameCamera());
  useEffect(() => app.onScreen.putUp(graph, camera), [app, graph, camera]);
  const handle = useRef<FlameGraphHandle>(null);

  const source = useMemo<TreeSource>(() => {
    const key = viewKey(view, life);
    const compared = comparedIn({ comparison }, view, key, side);
    return {
      key: `${key} ${graph}`,
      frames,
      sampleTypes: [compared.type],
      sampleType: 0,
      compared,
      requestSlice: (window) =>
        app.ask('slice', { view, window, side: side === null ? null : SIDES[side] }),
      requestPlace: async (path) => {
        const place = await app.ask('locate', { view, path });
        return place === null ? null : placeOn(place, side);
      },
    };
  }, [app, view, life, frames, comparison, side, graph]);
  const selected = useMemo(() => {
    if (selection?.place === null || selection === null) return selection;
    return { ...selection, place: placeOn(selection.place, side) };
  }, [selection, side]);
  const onSelect = useCallback<FlameGraphProps['onSelect']>(
    (chosen) => {
      const place = chosen?.place ? placeOn(chosen.place, null) : null;
      select(app.views, view, chosen === null ? null : { ...chosen, place, origin: 'graph' });
    },
    [app, view],
  );
  const onRest = useCallback<FlameGraphProps['onRest']>(
    (viewport) => rememberZoom(app.zooms, view, viewport, graph),
    [app, view, graph],
  );
  useImperativeHandle(ref, () => placedBy(handle, side), [side]);
  return (
    <FlameGraph
      ref={handle}
      source={source}
      label={label}
      link={link}
      scale={scale}
      camera={camera}
      startAt={startAt}
      onRest={onRest}
      orientation={orientation}
      coloring={coloring}
      theme={theme}
      highlighted={highlighted}
      selection={selected}
      requestBox={noMoreValues}
      onSelect={onSelect}
      onShowSource={(frame) => showSource(app, view, frame)}
      onFocusFrame={(frame) => {
        const nameBefore = frames.rawNameBefore(frame);
        changeView(app.views, view, {
          focus: { kind: 'frame', name: frames.rawName(frame), nameBefore },
        });
      }}
      onCopy={(text) => void attempt(app, copyText(text))}
    />
  );
}

/** Passes on what a graph is told, the places of the engine's answers being those on the graph's side. */
function placedBy(
  handle: { readonly current: FlameGraphHandle | null },
  side: SideIndex | null,
): FlameGraphHandle {
  const at = (place: BoxPlace) => placeOn(place, side);
  return {
    zoomTo: (place) => handle.current?.zoomTo(at(place)),
    reveal: (place) => handle.current?.reveal(at(place)),
    show: (place) => handle.current?.show(at(place)),
    reset: () => handle.current?.reset(),
    zoomIn: () => handle.current?.zoomIn(),
    zoomOut: () => handle.current?.zoomOut(),
    whenStill: (act) => handle.current?.whenStill(act) ?? (() => {}),
    focus: () => handle.current?.focus(),
  };
}
