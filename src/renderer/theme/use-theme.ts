import { useSyncExternalStore } from 'react';
import type { Theme } from './follow-theme.ts';

/** The theme on screen. */
export function useTheme(): Theme {
  return useSyncExternalStore(watch, () =>
    document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light',
  );
}

function watch(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
