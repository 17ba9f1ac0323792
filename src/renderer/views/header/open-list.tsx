import { Menu } from '@base-ui/react/menu';
import { useStore } from 'zustand';
import { showProfile } from '../../state/profiles.ts';
import { useApp } from '../../state/use-app.ts';
import { Icon } from '../parts/icon.tsx';
import { useLayer } from '../parts/use-layer.ts';
import { originWords, profileWords } from './profile-words.ts';

/** The open profiles as a list, where the sides of a comparison take the place of their tabs, or tabs are many. */
export function OpenList() {
  const { profiles: store } = useApp();
  const layer = useLayer();
  const profiles = useStore(store, (state) => state.profiles);
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="open-list" title="Look at one profile alone">
        {profiles.length} open
        <Icon name="caret" />
      </Menu.Trigger>
      <Menu.Portal container={layer}>
        <Menu.Positioner className="popup-layer" align="start" sideOffset={4}>
          <Menu.Popup className="popup menu-list">
            <Menu.Group>
              <Menu.GroupLabel className="menu-heading">Look at one alone</Menu.GroupLabel>
              {profiles.map((profile) => (
                <Menu.Item
                  key={profile.id}
                  className="menu-item"
                  onClick={() => showProfile(store, profile.id)}
                >
                  <span className="menu-text">{profileWords(profile, profiles)}</span>
                  <span className="menu-note">{originWords(profile)}</span>
                </Menu.Item>
              ))}
            </Menu.Group>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
