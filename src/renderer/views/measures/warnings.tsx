import { Popover } from '@base-ui/react/popover';
import { visibleText } from '../../../core/text/visible-text.ts';
import { counted } from '../../../words/counted.ts';
import { Icon } from '../parts/icon.tsx';
import { useLayer } from '../parts/use-layer.ts';

/** A badge that opens what could not be kept of the profile, or looks wrong in it. */
export function Warnings({ warnings }: { readonly warnings: readonly string[] }) {
  const layer = useLayer();
  const words = counted(warnings.length, 'warning', 'warnings');
  return (
    <Popover.Root>
      <Popover.Trigger className="warnings-badge">
        <Icon name="warning" size={13} />
        {words}
      </Popover.Trigger>
      <Popover.Portal container={layer}>
        <Popover.Positioner className="popup-layer" align="end" sideOffset={6}>
          <Popover.Popup className="popup warnings">
            <Popover.Title>{words}</Popover.Title>
            <ul>
              {warnings.map((warning) => (
                <li key={warning}>{visibleText(warning)}</li>
              ))}
            </ul>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
