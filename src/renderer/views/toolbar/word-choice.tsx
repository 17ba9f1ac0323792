import { Select } from '@base-ui/react/select';
import { useId } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useLayer } from '../parts/use-layer.ts';

/** One of the values that a word of the sentence can take. */
export interface Choice<T extends string> {
  readonly value: T;
  /** The word in the sentence. */
  readonly word: string;
  /** What it does, for the list. */
  readonly note?: string;
}

/** A word of the sentence in which the view is described, to be exchanged for another. */
export function WordChoice<T extends string>({
  lead,
  label,
  choices,
  value,
  onChange,
}: {
  /** The words before it. */
  readonly lead: string;
  /** What is chosen, for those who do not see the sentence. */
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}) {
  const leadId = useId();
  const layer = useLayer();
  const items = choices.map((choice) => ({ value: choice.value, label: choice.word }));
  return (
    <span className="word-choice">
      <span id={leadId}>{lead}</span>
      <Select.Root
        items={items}
        value={value}
        onValueChange={(chosen) => {
          if (chosen !== null) onChange(chosen);
        }}
        modal={false}
      >
        <Select.Trigger className="word-trigger" aria-label={label}>
          <Select.Value />
          <Icon name="caret" size={14} />
        </Select.Trigger>
        <Select.Portal container={layer}>
          <Select.Positioner
            className="popup-layer"
            alignItemWithTrigger={false}
            align="start"
            sideOffset={4}
          >
            <Select.Popup className="popup">
              <Select.List className="menu-list">
                {choices.map(({ value: offered, word, note }) => (
                  <Select.Item key={offered} value={offered} className="menu-item">
                    <Select.ItemIndicator className="menu-mark">
                      <Icon name="check" />
                    </Select.ItemIndicator>
                    <Select.ItemText className="menu-text">{word}</Select.ItemText>
                    {note !== undefined && <span className="menu-note">{note}</span>}
                  </Select.Item>
                ))}
              </Select.List>
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
    </span>
  );
}
