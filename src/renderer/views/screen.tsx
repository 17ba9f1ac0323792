import { useEffect } from 'react';
import { useStore } from 'zustand';
import { visibleText } from '../../core/text/visible-text.ts';
import { useApp, useShownComparison, useShownProfile } from '../state/use-app.ts';
import { ComparisonScreen } from './comparison/comparison-screen.tsx';
import { EvidenceScreen } from './evidence/evidence-screen.tsx';
import { Faceted } from './evidence/faceted.tsx';
import { Header } from './header/header.tsx';
import { usePair } from './header/use-pair.ts';
import './screen.css';
import { StartPage } from './start/start-page.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useMenuCommands } from './use-menu-commands.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { ProfileScreen } from './workspace/profile-screen.tsx';

/** The start page, or the profile that is looked at. */
export function Screen() {
  const { profiles, evidence } = useApp();
  const isComparing = useStore(profiles, (state) => state.isComparing);
  const shown = useShownProfile();
  const hasEvidence = useStore(evidence, ({ texts }) => texts.length > 0);
  const pair = usePair();
  const name =
    isComparing && pair !== null ? `${pair.before.name} → ${pair.after.name}` : shown?.profile.name;
  useEffect(() => {
    document.title = name === undefined ? 'Allocscope' : `${visibleText(name)} · Allocscope`;
  }, [name]);
  useMenuCommands();
  useShortcuts();
  useKeptFocus();
  if (isComparing) {
    return (
      <div className="screen">
        <Header />
        <ComparedRuns />
      </div>
    );
  }
  if (shown === null && !hasEvidence) return <StartPage />;
  return (
    <div className="screen">
      <Header />
      {shown === null ? (
        <EvidenceScreen />
      ) : (
        <Faceted view={shown.view}>
          <ProfileScreen key={shown.profile.id} shown={shown} />
        </Faceted>
      )}
    </div>
  );
}

/** Two profiles that are compared, and what else is known of both runs. */
function ComparedRuns() {
  const shown = useShownComparison();
  return (
    <Faceted view={shown?.view ?? null}>
      <ComparisonScreen />
    </Faceted>
  );
}
