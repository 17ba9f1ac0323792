import { useId } from 'react';
import type { RenameRule } from '../../../../core/analysis/comparison/join-frames.ts';
import { Icon } from '../../parts/icon.tsx';

/** One rule: a pattern, what it becomes, and what is wrong with it as long as something is. */
export function RenameRow({
  number,
  rule,
  error,
  onChange,
  onRemove,
}: {
  readonly number: number;
  readonly rule: RenameRule;
  readonly error: string;
  readonly onChange: (change: Partial<RenameRule>) => void;
  readonly onRemove: () => void;
}) {
  const errorId = useId();
  const field = (key: keyof RenameRule, label: string, placeholder: string) => (
    <div className="field" data-invalid={error !== '' || undefined}>
      <input
        type="text"
        className="mono"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        aria-label={`${label} of rule ${number}`}
        aria-invalid={error !== ''}
        aria-describedby={error === '' ? undefined : errorId}
        value={rule[key]}
        onChange={({ currentTarget }) => onChange({ [key]: currentTarget.value })}
      />
    </div>
  );
  return (
    <li>
      <div className="rename-row">
        {field('pattern', 'Pattern', '^old/pkg\\.(.*)')}
        <span aria-hidden="true">→</span>
        {field('replacement', 'Replacement', 'new/pkg.$1')}
        <button
          type="button"
          className="icon-button"
          aria-label={`Remove rule ${number}`}
          onClick={onRemove}
        >
          <Icon name="close" size={14} />
        </button>
      </div>
      {error !== '' && (
        <p id={errorId} className="divisor-error" role="alert">
          {error}
        </p>
      )}
    </li>
  );
}
