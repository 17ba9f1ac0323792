import { Popover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useLayer } from '../parts/use-layer.ts';

/** The end of the sentence: words that are exchanged seldom, behind one word that names those that were. */
export function MoreChoices({
  changed,
  children,
}: {
  /** What of it is not as it is at first, such as `inlines hidden`. */
  readonly changed: readonly string[];
  readonly children: ReactNode;
}) {
  const layer = useLayer();
  const words = changed.join(', ');
  return (
    <Popover.Root>
      <span className="word-choice more-choices">
        <Popover.Trigger className="word-trigger" title={words || undefined}>
          more
          {words !== '' && <span className="more-changed">{words}</span>}
          <Icon name="caret" size={14} />
        </Popover.Trigger>
      </span>
      <Popover.Portal container={layer}>
        <Popover.Positioner className="popup-layer" align="end" sideOffset={4}>
          <Popover.Popup className="popup more-popup" aria-label="More choices">
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
