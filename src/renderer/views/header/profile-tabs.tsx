import { useStore } from 'zustand';
import { useApp } from '../../state/use-app.ts';
import { ComparisonTab } from './comparison-tab.tsx';
import { ProfileTab } from './profile-tab.tsx';

/** The open profiles. */
export function ProfileTabs() {
  const { profiles: store } = useApp();
  const profiles = useStore(store, (state) => state.profiles);
  const active = useStore(store, (state) => (state.isComparing ? null : state.active));
  return (
    <nav className="profile-tabs" aria-label="Open profiles">
      <ul>
        <ComparisonTab />
        {profiles.map((profile) => (
          <ProfileTab
            key={profile.id}
            profile={profile}
            isActive={profile.id === active}
            others={profiles}
          />
        ))}
      </ul>
    </nav>
  );
}
