import { Menu } from '@base-ui/react/menu';
import { useEffect, useRef } from 'react';
import type { ProfileSummary } from '../../../bridge/engine-api.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { namesakeNote } from '../../../words/namesake-note.ts';
import { closeProfile } from '../../state/actions.ts';
import { showProfile } from '../../state/profiles.ts';
import { useApp } from '../../state/use-app.ts';
import { FileNameText } from '../parts/file-name-text.tsx';
import { Icon } from '../parts/icon.tsx';
import { useLayer } from '../parts/use-layer.ts';
import { CompareChoices } from './compare-choices.tsx';
import { profileWords } from './profile-words.ts';

/** An open profile: click to look at it, or close it. */
export function ProfileTab({
  profile,
  isActive,
  others,
}: {
  readonly profile: ProfileSummary;
  readonly isActive: boolean;
  readonly others: readonly ProfileSummary[];
}) {
  const app = useApp();
  const layer = useLayer();
  const tab = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive) tab.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isActive]);
  const name = visibleText(profile.name);
  const note = namesakeNote(profile, others);
  const words = profileWords(profile, others);
  return (
    <li ref={tab} className="profile-tab" data-active={isActive || undefined}>
      <button
        type="button"
        className="profile-tab-name"
        aria-current={isActive ? 'page' : undefined}
        title={visibleText(profile.path) || name}
        onClick={() => showProfile(app.profiles, profile.id)}
      >
        <FileNameText name={name} />
        {note !== '' && <small>{note}</small>}
      </button>
      <Menu.Root modal={false}>
        <Menu.Trigger
          className="icon-button small"
          aria-label={`Compare ${words} with…`}
          title="Compare with…"
        >
          <Icon name="swap" size={14} />
        </Menu.Trigger>
        <Menu.Portal container={layer}>
          <Menu.Positioner className="popup-layer" align="start" sideOffset={4}>
            <Menu.Popup className="popup menu-list">
              <CompareChoices profile={profile} />
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <button
        type="button"
        className="icon-button small"
        aria-label={`Close ${words}`}
        onClick={() => closeProfile(app, profile.id)}
      >
        <Icon name="close" size={14} />
      </button>
    </li>
  );
}
