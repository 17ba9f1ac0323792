import { memo } from 'react';
import { useStore } from 'zustand';
import { changeSettings, chooseOrder } from '../../state/actions.ts';
import { type ShownProfile, useApp } from '../../state/use-app.ts';
import { changeView } from '../../state/views.ts';
import { Later } from '../parts/later.tsx';
import { colorings, granularities, inlineChoices, orders, orientations } from './choices.ts';

import { FocusChip } from './focus-chip.tsx';
import './toolbar.css';
import { ProfileDisplay } from './profile-display.tsx';
import { WordChoice } from './word-choice.tsx';

/** The view as a sentence whose words can be exchanged, its focus, and what a search found. */
export const Toolbar = memo(function Toolbar({ view }: Pick<ShownProfile, 'view'>) {
  const app = useApp();
  const orientation = useStore(app.settings, (settings) => settings.orientation);
  const display = useStore(app.screen, (state) => state.display);
  const isSource = useStore(app.source, (state) => state.isShown);
  const colorBy = useStore(app.settings, (settings) => settings.colorBy);
  return (
    <section className="toolbar" aria-label="View">
      <ProfileDisplay />
      <Later>
        <WordChoice
          lead="by"
          label="Granularity"
          choices={granularities}
          value={view.granularity}
          onChange={(granularity) => changeView(app.views, view, { granularity })}
        />
        <WordChoice
          lead="inlines"
          label="Inlined calls"
          choices={inlineChoices}
          value={view.inlines ? 'shown' : 'hidden'}
          onChange={(inlines) => changeView(app.views, view, { inlines: inlines === 'shown' })}
        />
        {!isSource && (
          <WordChoice
            lead="order"
            label="Order of boxes"
            choices={orders}
            value={view.order}
            onChange={(order) => chooseOrder(app, order)}
          />
        )}
        {!isSource && display === 'graph' && (
          <>
            <WordChoice
              lead="growing"
              label="Direction"
              choices={orientations}
              value={orientation}
              onChange={(chosen) => changeSettings(app, { orientation: chosen })}
            />
            <WordChoice
              lead="colour"
              label="Colour"
              choices={colorings}
              value={colorBy}
              onChange={(chosen) => changeSettings(app, { colorBy: chosen })}
            />
          </>
        )}
        {view.focus !== null && (
          <FocusChip
            focus={view.focus}
            onRemove={() => changeView(app.views, view, { focus: null })}
          />
        )}
      </Later>
    </section>
  );
});
