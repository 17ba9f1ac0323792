import { type RefObject, useMemo } from 'react';
import { useStore } from 'zustand';
import { SIDES } from '../../../../bridge/comparison-api.ts';
import type { ComparisonLook } from '../../../../bridge/screen-state.ts';
import { changeColoring } from '../../../../core/drawing/change-colors.ts';
import type { SideIndex } from '../../../../core/layout/linked-viewport.ts';
import { type ShownComparison, useApp } from '../../../state/use-app.ts';
import type { Framed } from '../../../state/use-framed.ts';
import { rememberedZoom } from '../../../state/zooms.ts';
import type { FlameGraphHandle } from '../../flame/flame-types.ts';
import { useSelectedInView } from '../../workspace/use-selected-in-view.ts';
import { useZoomCommands } from '../../workspace/use-zoom-commands.ts';
import { ChangeLegend } from './change-legend.tsx';
import { comparedIn } from './compared.ts';
import { ComparedGraph } from './compared-graph.tsx';
import { ComparedTree } from './compared-tree.tsx';

interface GraphProps {
  readonly shown: ShownComparison;
  readonly framed: Framed;
  readonly flame: RefObject<FlameGraphHandle | null>;
}

/** One flame graph of both sides, coloured by what changed; or the same as a tree to walk. */
export function DifferenceGraph(props: GraphProps) {
  const { screen } = useApp();
  const display = useStore(screen, (state) => state.display);
  return display === 'tree' ? <ComparedTree {...props} /> : <ChangeGraph {...props} />;
}

function ChangeGraph({ shown, framed, flame }: GraphProps) {
  const app = useApp();
  const width = useStore(app.screen, ({ comparison }) => comparison.width);
  const changeColor = useStore(app.screen, ({ comparison }) => comparison.changeColor);
  useZoomCommands(flame);
  const isBack = rememberedZoom(app.zooms, framed.view, width) !== null;
  useSelectedInView(shown.selection, true, isBack, () => flame.current);
  const compared = comparedIn(shown, framed.view, '', null);
  const [scaleBefore, scaleAfter] = compared.scales;
  const coloring = useMemo(
    () => changeColoring([scaleBefore, scaleAfter], changeColor),
    [scaleBefore, scaleAfter, changeColor],
  );
  return (
    <section className="side" aria-label="Call tree, coloured by what changed">
      <ChangeLegend shown={shown} framed={framed} changeColor={changeColor} />
      <ComparedGraph
        ref={flame}
        shown={shown}
        framed={framed}
        side={sideOf(width)}
        label={`Difference flame graph, ${WIDTH_WORDS[width]}`}
        coloring={coloring}
      />
    </section>
  );
}

const sideOf = (width: ComparisonLook['width']): SideIndex | null =>
  width === 'both' ? null : width === SIDES[0] ? 0 : 1;

const WIDTH_WORDS: Readonly<Record<ComparisonLook['width'], string>> = {
  both: 'as wide as before and after together',
  before: 'as wide as before',
  after: 'as wide as after',
};
