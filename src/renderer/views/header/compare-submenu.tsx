import { Menu } from '@base-ui/react/menu';
import type { ProfileSummary } from '../../../bridge/engine-api.ts';
import { Icon } from '../parts/icon.tsx';
import { useLayer } from '../parts/use-layer.ts';
import { CompareChoices } from './compare-choices.tsx';

/** An item of a menu that leads to what a profile can be compared with. */
export function CompareSubmenu({ profile }: { readonly profile: ProfileSummary }) {
  const layer = useLayer();
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className="menu-item">
        <span className="menu-text">Compare with…</span>
        <span className="menu-onward">
          <Icon name="next" size={14} />
        </span>
      </Menu.SubmenuTrigger>
      <Menu.Portal container={layer}>
        <Menu.Positioner className="popup-layer" sideOffset={2} alignOffset={-4}>
          <Menu.Popup className="popup menu-list">
            <CompareChoices profile={profile} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  );
}
