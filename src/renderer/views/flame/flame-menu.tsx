import { Menu } from '@base-ui/react/menu';
import { memo, type RefObject } from 'react';

/** Where a menu was asked for, and what can be chosen there. */
export interface MenuRequest {
  /** In px of the window. */
  readonly clientX: number;
  readonly clientY: number;
  readonly choices: readonly MenuChoice[];
}

/** A line of a menu. */
export interface MenuChoice {
  readonly text: string;
  readonly act: () => void;
  /** A line above it sets it apart from what stands before. */
  readonly isApart?: boolean;
}

interface FlameMenuProps {
  readonly request: MenuRequest | null;
  readonly onClose: () => void;
  /** Gets the keyboard back. */
  readonly returnTo: RefObject<HTMLElement | null>;
  /** Holds the menu, so that it stands in the same landmark as the graph. */
  readonly container: RefObject<HTMLElement | null>;
}

/** The menu of a box. */
export const FlameMenu = memo(function FlameMenu({
  request,
  onClose,
  returnTo,
  container,
}: FlameMenuProps) {
  const { clientX = 0, clientY = 0 } = request ?? {};
  const anchor = { getBoundingClientRect: () => new DOMRect(clientX, clientY, 0, 0) };
  return (
    <Menu.Root open={request !== null} onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal container={container}>
        <Menu.Positioner
          className="popup-layer"
          anchor={anchor}
          side="bottom"
          align="start"
          positionMethod="fixed"
        >
          <Menu.Popup className="popup menu-list" finalFocus={returnTo}>
            {request?.choices.map(({ text, act, isApart }) => [
              isApart === true && <Menu.Separator key={`before ${text}`} className="menu-rule" />,
              <Menu.Item key={text} className="menu-item" onClick={act}>
                <span className="menu-text">{text}</span>
              </Menu.Item>,
            ])}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
});
