import { type ReactNode, useId } from 'react';
import './form-lines.css';
import { Segmented } from './segmented.tsx';

/** A line of the form: its words, and what can be chosen. */
export function Line({
  words,
  children,
}: {
  readonly words: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="form-line">
      <span className="form-words" aria-hidden="true">
        {words}
      </span>
      {children}
    </div>
  );
}

/** A line with a switch. */
export function SwitchLine<T extends string>({
  words,
  ...props
}: {
  readonly words: string;
  readonly choices: readonly (readonly [value: T, words: string])[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}) {
  return (
    <Line words={words}>
      <Segmented legend={words} {...props} />
    </Line>
  );
}

/** A line to type in. */
export function TextLine({
  words,
  text,
  error = '',
  isInvalid = false,
  isSecret = false,
  placeholder = '',
  unit = '',
  maxLength = unit === '' ? 500 : 8,
  onChange,
}: {
  readonly words: string;
  readonly text: string;
  readonly error?: string;
  /** Whether it is to be looked at again, for a reason that stands elsewhere. */
  readonly isInvalid?: boolean;
  /** Whether it is not to be read over a shoulder. */
  readonly isSecret?: boolean;
  readonly placeholder?: string;
  readonly unit?: string;
  readonly maxLength?: number;
  readonly onChange: (text: string) => void;
}) {
  const fieldId = useId();
  const errorId = useId();
  return (
    <div className="form-line">
      <label className="form-words" htmlFor={fieldId}>
        {words}
      </label>
      <div
        className="field"
        data-invalid={error !== '' || isInvalid || undefined}
        data-short={unit !== '' || undefined}
      >
        <input
          id={fieldId}
          type="text"
          autoComplete="off"
          spellCheck={false}
          className={isSecret ? 'form-secret' : undefined}
          maxLength={maxLength}
          placeholder={placeholder}
          aria-invalid={error !== '' || isInvalid}
          aria-describedby={error === '' ? undefined : errorId}
          value={text}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
        {unit !== '' && <span className="form-unit">{unit}</span>}
      </div>
      {error !== '' && (
        <p id={errorId} className="form-error">
          {error}
        </p>
      )}
    </div>
  );
}
