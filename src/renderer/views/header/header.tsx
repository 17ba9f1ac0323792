import { memo } from 'react';
import { useStore } from 'zustand';
import { useApp } from '../../state/use-app.ts';
import { Icon } from '../parts/icon.tsx';
import { Logo } from '../parts/logo.tsx';
import { useOpener } from '../parts/use-opener.ts';
import { ComparedSides } from './compared-sides.tsx';
import { ExportButton } from './export-button.tsx';
import { GuessLine } from './guess-line.tsx';
import './header.css';
import { MainMenu } from './main-menu.tsx';
import { OpenList } from './open-list.tsx';
import { ProfileTabs } from './profile-tabs.tsx';
import { SearchBox } from './search-box.tsx';
import { SearchOutcome } from './search-outcome.tsx';

/** With more tabs than these, of which some may be out of view, all that is open is listed as well. */
const MOST_TABS_SEEN = 3;

/** The top line: what is open, the search, the menu. */
export const Header = memo(function Header() {
  const { profiles } = useApp();
  const isComparing = useStore(profiles, (state) => state.isComparing);
  const count = useStore(profiles, (state) => state.profiles.length);
  const open = useOpener();
  return (
    <>
      <header className="header">
        <span className="header-brand">
          <Logo />
          <span className="visually-hidden">Allocscope</span>
        </span>
        {isComparing ? (
          <>
            <ComparedSides />
            <OpenList />
          </>
        ) : (
          <>
            <ProfileTabs />
            {count > MOST_TABS_SEEN && <OpenList />}
          </>
        )}
        <button type="button" className="icon-button" aria-label="Open profiles" onClick={open}>
          <Icon name="plus" />
        </button>
        <span className="header-space" />
        <SearchOutcome />
        <SearchBox />
        <ExportButton />
        <MainMenu />
      </header>
      <GuessLine />
    </>
  );
});
