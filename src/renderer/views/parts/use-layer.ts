import { createContext, type RefObject, useContext } from 'react';

/** Where menus and the like are put: a region of the page, so that nothing stands outside of all regions. */
export const LayerContext = createContext<RefObject<HTMLElement | null>>({ current: null });

/** The element to put a menu into. */
export function useLayer(): RefObject<HTMLElement | null> {
  return useContext(LayerContext);
}
