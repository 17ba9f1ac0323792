import { useId } from 'react';

/** A number that the values of one side are divided by. */
export function DivisorField({
  side,
  text,
  error,
  onChange,
}: {
  readonly side: 'before' | 'after';
  readonly text: string;
  /** What is wrong with it; '' for nothing. */
  readonly error: string;
  readonly onChange: (text: string) => void;
}) {
  const fieldId = useId();
  const errorId = useId();
  return (
    <div className="divisor">
      <label htmlFor={fieldId}>
        <span className="side-dot" data-side={side} aria-hidden="true" />
        {side === 'before' ? 'Before' : 'After'}
      </label>
      <div className="field" data-invalid={error !== '' || undefined}>
        <input
          id={fieldId}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          placeholder="such as 80,000"
          aria-invalid={error !== ''}
          aria-describedby={error === '' ? undefined : errorId}
          value={text}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      </div>
      {error !== '' && (
        <p id={errorId} className="divisor-error">
          {error}
        </p>
      )}
    </div>
  );
}
