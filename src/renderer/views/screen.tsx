import { useEffect } from 'react';
import { visibleText } from '../../core/text/visible-text.ts';
import { useShownProfile } from '../state/use-app.ts';
import { Header } from './header/header.tsx';
import './screen.css';
import { StartPage } from './start/start-page.tsx';
import { useMenuCommands } from './use-menu-commands.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { ProfileScreen } from './workspace/profile-screen.tsx';

/** The start page, or the profile that is looked at. */
export function Screen() {
  const shown = useShownProfile();
  const name = shown?.profile.name;
  useEffect(() => {
    document.title = name === undefined ? 'Allocscope' : `${visibleText(name)} · Allocscope`;
  }, [name]);
  useMenuCommands();
  useShortcuts();
  if (shown === null) return <StartPage />;
  return (
    <div className="screen">
      <Header />
      <ProfileScreen key={shown.profile.id} shown={shown} />
    </div>
  );
}
