import { useStore } from 'zustand';
import type { View } from '../../../bridge/engine-api.ts';
import { changeSettings, chooseOrder } from '../../state/actions.ts';
import { useApp } from '../../state/use-app.ts';
import { changeView } from '../../state/views.ts';
import { colorings, granularities, inlineChoices, orders } from './choices.ts';
import { WordChoice } from './word-choice.tsx';

/*
 * The words that the views of one profile and of two have in common.
 */

interface OfView {
  readonly view: View;
}

export function GranularityChoice({ view }: OfView) {
  const app = useApp();
  return (
    <WordChoice
      lead="by"
      label="Granularity"
      choices={granularities}
      value={view.granularity}
      onChange={(granularity) => changeView(app.views, view, { granularity })}
    />
  );
}

export function InlinesChoice({ view }: OfView) {
  const app = useApp();
  return (
    <WordChoice
      lead="inlines"
      label="Inlined calls"
      choices={inlineChoices}
      value={view.inlines ? 'shown' : 'hidden'}
      onChange={(inlines) => changeView(app.views, view, { inlines: inlines === 'shown' })}
    />
  );
}

export function OrderChoice({ view }: OfView) {
  const app = useApp();
  return (
    <WordChoice
      lead="order"
      label="Order of boxes"
      choices={orders}
      value={view.order}
      onChange={(order) => chooseOrder(app, order)}
    />
  );
}

export function ColoringChoice() {
  const app = useApp();
  const colorBy = useStore(app.settings, (settings) => settings.colorBy);
  return (
    <WordChoice
      lead="colour"
      label="Colour"
      choices={colorings}
      value={colorBy}
      onChange={(chosen) => changeSettings(app, { colorBy: chosen })}
    />
  );
}
