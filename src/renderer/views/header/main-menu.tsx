import { Menu } from '@base-ui/react/menu';
import { useStore } from 'zustand';
import type { Settings } from '../../../bridge/settings.ts';
import { changeSettings } from '../../state/actions.ts';
import { showCapture } from '../../state/capturing.ts';
import { saveElsewhere } from '../../state/investigating.ts';
import { shownSubject } from '../../state/profiles.ts';
import { useApp, useShownProfile } from '../../state/use-app.ts';
import { Icon } from '../parts/icon.tsx';
import { useLayer } from '../parts/use-layer.ts';
import { useOpener } from '../parts/use-opener.ts';
import { CompareSubmenu } from './compare-submenu.tsx';
import { ExportItems } from './export-items.tsx';

const themes: readonly (readonly [Settings['theme'], string])[] = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

/** What needs no place of its own: theme, shortcuts, about. */
export function MainMenu() {
  const app = useApp();
  const open = useOpener();
  const layer = useLayer();
  const shown = useShownProfile();
  const isShowing = useStore(app.profiles, (state) => shownSubject(state) !== null);
  const theme = useStore(app.settings, (settings) => settings.theme);
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="icon-button" aria-label="Menu">
        <Icon name="more" />
      </Menu.Trigger>
      <Menu.Portal container={layer}>
        <Menu.Positioner className="popup-layer" align="end" sideOffset={4}>
          <Menu.Popup className="popup menu-list">
            <Menu.Item className="menu-item" onClick={open}>
              <span className="menu-text">Open profiles…</span>
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => showCapture(app)}>
              <span className="menu-text">Capture from a running service…</span>
            </Menu.Item>
            <ExportItems />
            {isShowing && (
              <Menu.Item className="menu-item" onClick={() => saveElsewhere(app)}>
                <span className="menu-text">Save investigation…</span>
                <span>
                  <kbd>{app.about.platform === 'darwin' ? '⌘' : 'Ctrl'}</kbd> <kbd>S</kbd>
                </span>
              </Menu.Item>
            )}
            {shown !== null && <CompareSubmenu profile={shown.profile} />}
            <Menu.Separator className="menu-rule" />
            <Menu.RadioGroup
              value={theme}
              onValueChange={(chosen: Settings['theme']) => changeSettings(app, { theme: chosen })}
            >
              <Menu.GroupLabel className="menu-heading">Theme</Menu.GroupLabel>
              {themes.map(([value, words]) => (
                <Menu.RadioItem key={value} className="menu-item" value={value} closeOnClick>
                  <Menu.RadioItemIndicator className="menu-mark">
                    <Icon name="check" />
                  </Menu.RadioItemIndicator>
                  <span className="menu-text">{words}</span>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
            <Menu.Separator className="menu-rule" />
            <Menu.Item
              className="menu-item"
              onClick={() => app.screen.setState({ dialog: 'shortcuts' })}
            >
              <span className="menu-text">Keyboard shortcuts</span>
              <kbd>?</kbd>
            </Menu.Item>
            <Menu.Item
              className="menu-item"
              onClick={() => app.screen.setState({ dialog: 'about' })}
            >
              <span className="menu-text">About Allocscope</span>
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
