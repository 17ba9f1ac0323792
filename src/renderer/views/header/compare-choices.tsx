import { Menu } from '@base-ui/react/menu';
import { useStore } from 'zustand';
import type { ProfileSummary } from '../../../bridge/engine-api.ts';
import { openToCompare, showPair } from '../../state/pairing.ts';
import { useApp } from '../../state/use-app.ts';
import { chooseFile } from '../parts/choose-file.ts';
import { originWords, profileWords } from './profile-words.ts';

/** What a profile can be compared with, as a part of a menu. */
export function CompareChoices({ profile }: { readonly profile: ProfileSummary }) {
  const app = useApp();
  const profiles = useStore(app.profiles, (state) => state.profiles);
  const others = profiles.filter(({ id }) => id !== profile.id);
  return (
    <Menu.Group>
      <Menu.GroupLabel className="menu-heading">
        Compare {profileWords(profile, profiles)} with
      </Menu.GroupLabel>
      {others.map((other) => (
        <Menu.Item
          key={other.id}
          className="menu-item"
          onClick={() => showPair(app, { before: profile.id, after: other.id, isOrdered: false })}
        >
          <span className="menu-text">{profileWords(other, profiles)}</span>
          <span className="menu-note">{originWords(other)}</span>
        </Menu.Item>
      ))}
      <Menu.Item
        className="menu-item"
        onClick={() => chooseFile((file) => openToCompare(app, profile.id, file))}
      >
        <span className="menu-text">A file…</span>
      </Menu.Item>
    </Menu.Group>
  );
}
