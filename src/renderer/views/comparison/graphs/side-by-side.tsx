import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { BoxPlace } from '../../../../bridge/tree-api.ts';
import { COLORINGS } from '../../../../core/drawing/box-colors.ts';
import { type ShownComparison, useApp } from '../../../state/use-app.ts';
import type { Framed } from '../../../state/use-framed.ts';
import { rememberedZoom } from '../../../state/zooms.ts';
import type { FlameGraphHandle } from '../../flame/flame-types.ts';
import { LinkedStages } from '../../flame/linked-stages.ts';
import { useSelectedInView } from '../../workspace/use-selected-in-view.ts';
import { useZoomCommands } from '../../workspace/use-zoom-commands.ts';
import { ComparedGraph } from './compared-graph.tsx';
import { ComparedTree } from './compared-tree.tsx';
import { SideHead } from './side-head.tsx';
import './graphs.css';

interface GraphsProps {
  readonly shown: ShownComparison;
  readonly framed: Framed;
  /** Both graphs as one, for those who move them from outside. */
  readonly flame: RefObject<FlameGraphHandle | null>;
}

/** The flame graphs of both sides, linked; or the same as one tree to walk. */
export function SideBySide(props: GraphsProps) {
  const { screen } = useApp();
  const display = useStore(screen, (state) => state.display);
  return display === 'tree' ? <ComparedTree {...props} /> : <LinkedGraphs {...props} />;
}

function LinkedGraphs({ shown, framed, flame }: GraphsProps) {
  const app = useApp();
  const scale = useStore(app.screen, ({ comparison }) => comparison.scale);
  const colorBy = useStore(app.settings, (settings) => settings.colorBy);
  const before = useRef<FlameGraphHandle>(null);
  const after = useRef<FlameGraphHandle>(null);
  const [link] = useState(() => new LinkedStages(scale));
  useEffect(() => link.setScale(scale), [link, scale]);
  useZoomCommands(before);
  useImperativeHandle(flame, () => handleOfBoth(before, after), []);
  const isBack = rememberedZoom(app.zooms, framed.view, 'before') !== null;
  useSelectedInView(shown.selection, true, isBack, () => flame.current);
  const shared = { shown, framed, link, scale, coloring: COLORINGS[colorBy] };
  return (
    <section className="sides" aria-label="Call trees side by side">
      <div className="side">
        <SideHead side={0} shown={shown} framed={framed} />
        <ComparedGraph ref={before} side={0} label="Flame graph, before" {...shared} />
      </div>
      <div className="side">
        <SideHead side={1} shown={shown} framed={framed} />
        <ComparedGraph ref={after} side={1} label="Flame graph, after" {...shared} />
      </div>
    </section>
  );
}

type Graph = RefObject<FlameGraphHandle | null>;

/** Moves both graphs by one of them, the other one being linked to it: by a side that has the box in question. */
function handleOfBoth(before: Graph, after: Graph): FlameGraphHandle {
  const sideOf = ({ sides }: BoxPlace) => ((sides[0]?.weight ?? 0) > 0 ? before : after).current;
  return {
    zoomTo: (place) => sideOf(place)?.zoomTo(place),
    reveal: (place) => sideOf(place)?.reveal(place),
    show: (place) => sideOf(place)?.show(place),
    reset: () => before.current?.reset(),
    zoomIn: () => before.current?.zoomIn(),
    zoomOut: () => before.current?.zoomOut(),
    whenStill: (act) => stillOnBoth(before, after, act),
    focus: () => before.current?.focus(),
  };
}

/** One that rests waits for the other one, which may be the one that moves it. */
function stillOnBoth(before: Graph, after: Graph, act: () => void): () => void {
  let takeBack = () => {};
  const wait = (graph: Graph, then: () => void) => {
    takeBack = graph.current?.whenStill(then) ?? (() => {});
    if (graph.current === null) then();
  };
  wait(before, () => wait(after, act));
  return () => takeBack();
}
