import { type ReactNode, useDeferredValue, useEffect } from 'react';
import { busy } from '../../idle.ts';

/**
 * Draws its children a moment after what is around it, in steps that let the user in between: a
 * profile's screen at once would keep the page from answering for longer than a blink.
 */
export function Later({ children }: { readonly children: ReactNode }) {
  const isDue = useDeferredValue(true, false);
  useEffect(() => (isDue ? undefined : busy()), [isDue]);
  return isDue ? children : null;
}
