import { memo } from 'react';
import { useStore } from 'zustand';
import { changeSettings } from '../../state/actions.ts';
import { type ShownProfile, useApp } from '../../state/use-app.ts';
import { Later } from '../parts/later.tsx';
import { orientations } from './choices.ts';
import { FocusChip } from './focus-chip.tsx';
import { ProfileDisplay } from './profile-display.tsx';
import './toolbar.css';
import { ColoringChoice, GranularityChoice, InlinesChoice, OrderChoice } from './view-choices.tsx';
import { WordChoice } from './word-choice.tsx';

/** The view of a profile as a sentence whose words can be exchanged, and its focus. */
export const Toolbar = memo(function Toolbar({ view }: Pick<ShownProfile, 'view'>) {
  const app = useApp();
  const orientation = useStore(app.settings, (settings) => settings.orientation);
  const display = useStore(app.screen, (state) => state.display);
  const isSource = useStore(app.source, (state) => state.isShown);
  return (
    <section className="toolbar" aria-label="View">
      <ProfileDisplay />
      <Later>
        <GranularityChoice view={view} />
        <InlinesChoice view={view} />
        {!isSource && <OrderChoice view={view} />}
        {!isSource && display === 'graph' && (
          <>
            <WordChoice
              lead="growing"
              label="Direction"
              choices={orientations}
              value={orientation}
              onChange={(chosen) => changeSettings(app, { orientation: chosen })}
            />
            <ColoringChoice />
          </>
        )}
        <FocusChip view={view} />
      </Later>
    </section>
  );
});
