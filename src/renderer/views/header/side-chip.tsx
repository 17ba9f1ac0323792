import { Menu } from '@base-ui/react/menu';
import { useStore } from 'zustand';
import type { SideName } from '../../../bridge/comparison-api.ts';
import type { ProfileSummary } from '../../../bridge/engine-api.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { namesakeNote } from '../../../words/namesake-note.ts';
import { closeProfile } from '../../state/actions.ts';
import { openForSide } from '../../state/pairing.ts';
import { showProfile } from '../../state/profiles.ts';
import { replaceSide, swapSides } from '../../state/sides.ts';
import { useApp } from '../../state/use-app.ts';
import { chooseFile } from '../parts/choose-file.ts';
import { Icon } from '../parts/icon.tsx';
import { useLayer } from '../parts/use-layer.ts';
import { originWords, profileWords, SIDE_TITLES } from './profile-words.ts';

/** One side of the comparison: what stands there, and a menu of what could. */
export function SideChip({
  side,
  profile,
}: {
  readonly side: SideName;
  readonly profile: ProfileSummary;
}) {
  const { profiles: store } = useApp();
  const layer = useLayer();
  const profiles = useStore(store, (state) => state.profiles);
  const note = namesakeNote(profile, profiles);
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="side-chip" title={visibleText(profile.path) || undefined}>
        <span className="side-dot" data-side={side} />
        <span className="side-chip-name">
          <strong>{SIDE_TITLES[side]}</strong> <span>{visibleText(profile.name)}</span>
          {note !== '' && <small>{note}</small>}
        </span>
        <small className="side-chip-origin">
          {originWords(profile) || 'does not say when it was taken'}
        </small>
        <Icon name="caret" />
      </Menu.Trigger>
      <Menu.Portal container={layer}>
        <Menu.Positioner className="popup-layer" align="start" sideOffset={4}>
          <Menu.Popup className="popup menu-list">
            <SideChoices side={side} chosen={profile} profiles={profiles} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function SideChoices({
  side,
  chosen,
  profiles,
}: {
  readonly side: SideName;
  readonly chosen: ProfileSummary;
  readonly profiles: readonly ProfileSummary[];
}) {
  const app = useApp();
  return (
    <>
      <Menu.RadioGroup
        value={chosen.id}
        onValueChange={(profile: number) => replaceSide(app, side, profile)}
      >
        <Menu.GroupLabel className="menu-heading">{SIDE_TITLES[side]}</Menu.GroupLabel>
        {profiles.map((profile) => (
          <Menu.RadioItem key={profile.id} className="menu-item" value={profile.id} closeOnClick>
            <Menu.RadioItemIndicator className="menu-mark">
              <Icon name="check" />
            </Menu.RadioItemIndicator>
            <span className="menu-text">{profileWords(profile, profiles)}</span>
            <span className="menu-note">{originWords(profile)}</span>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Separator className="menu-rule" />
      <Choice
        words="Open a file for this side…"
        onClick={() => chooseFile((file) => openForSide(app, side, file))}
      />
      <Choice words="Look at it alone" onClick={() => showProfile(app.profiles, chosen.id)} />
      <Choice words="Swap before and after" shortcut="X" onClick={() => swapSides(app)} />
      <Menu.Separator className="menu-rule" />
      <Choice words="Close this profile" onClick={() => closeProfile(app, chosen.id)} />
    </>
  );
}

function Choice({
  words,
  shortcut,
  onClick,
}: {
  readonly words: string;
  readonly shortcut?: string;
  readonly onClick: () => void;
}) {
  return (
    <Menu.Item className="menu-item" onClick={onClick}>
      <span className="menu-text">{words}</span>
      {shortcut !== undefined && <kbd>{shortcut}</kbd>}
    </Menu.Item>
  );
}
