import { useEffect } from 'react';
import { useStore } from 'zustand';
import { visibleText } from '../../core/text/visible-text.ts';
import { useApp, useShownProfile } from '../state/use-app.ts';
import { ComparisonScreen } from './comparison/comparison-screen.tsx';
import { Header } from './header/header.tsx';
import { usePair } from './header/use-pair.ts';
import './screen.css';
import { StartPage } from './start/start-page.tsx';
import { useMenuCommands } from './use-menu-commands.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { ProfileScreen } from './workspace/profile-screen.tsx';

/** The start page, or the profile that is looked at. */
export function Screen() {
  const { profiles } = useApp();
  const isComparing = useStore(profiles, (state) => state.isComparing);
  const shown = useShownProfile();
  const pair = usePair();
  const name =
    isComparing && pair !== null ? `${pair.before.name} → ${pair.after.name}` : shown?.profile.name;
  useEffect(() => {
    document.title = name === undefined ? 'Allocscope' : `${visibleText(name)} · Allocscope`;
  }, [name]);
  useMenuCommands();
  useShortcuts();
  if (isComparing) {
    return (
      <div className="screen">
        <Header />
        <ComparisonScreen />
      </div>
    );
  }
  if (shown === null) return <StartPage />;
  return (
    <div className="screen">
      <Header />
      <ProfileScreen key={shown.profile.id} shown={shown} />
    </div>
  );
}
