import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { shownSubject } from '../state/profiles.ts';
import { useApp } from '../state/use-app.ts';

/**
 * Where another subject comes on screen, or a profile is closed, and what had the focus has gone with it, the
 * heading has the focus: the keyboard goes on from there, and screen readers say what is shown now.
 */
export function useKeptFocus(): void {
  const { profiles } = useApp();
  const open = useStore(profiles, (state) => `${shownSubject(state)} of ${state.profiles.length}`);
  const before = useRef(open);
  useEffect(() => {
    if (before.current === open) return;
    before.current = open;
    if (document.activeElement !== document.body) return;
    const heading = document.querySelector('h1');
    if (heading === null) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [open]);
}
