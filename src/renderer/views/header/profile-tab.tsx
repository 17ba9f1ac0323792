import { useEffect, useRef } from 'react';
import type { ProfileSummary } from '../../../bridge/engine-api.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { closeProfile } from '../../state/actions.ts';
import { useApp } from '../../state/use-app.ts';
import { Icon } from '../parts/icon.tsx';
import { tabNote } from './tab-note.ts';

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
  const tab = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive) tab.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isActive]);
  const name = visibleText(profile.name);
  const note = tabNote(profile, others);
  return (
    <li ref={tab} className="profile-tab" data-active={isActive || undefined}>
      <button
        type="button"
        className="profile-tab-name"
        aria-current={isActive ? 'page' : undefined}
        title={visibleText(profile.path) || name}
        onClick={() => app.profiles.setState({ active: profile.id })}
      >
        <span>{name}</span>
        {note !== '' && <small>{note}</small>}
      </button>
      <button
        type="button"
        className="icon-button small"
        aria-label={`Close ${name}${note === '' ? '' : `, ${note}`}`}
        onClick={() => closeProfile(app, profile.id)}
      >
        <Icon name="close" size={14} />
      </button>
    </li>
  );
}
