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

/** What a field has, whatever stands around it. */
interface FieldProps {
  readonly text: string;
  /** What is wrong with it; '' for nothing. */
  readonly error?: string;
  /** Whether it is to be looked at again, for a reason that stands elsewhere. */
  readonly isInvalid?: boolean;
  /** Whether it is no prose, whose spelling could be checked. */
  readonly isCode?: boolean;
  /** Whether it is not to be read over a shoulder. */
  readonly isSecret?: boolean;
  readonly placeholder?: string;
  readonly unit?: string;
  readonly maxLength?: number;
  readonly onChange: (text: string) => void;
}

/** A line to type in. */
export function TextLine({ words, ...field }: FieldProps & { readonly words: string }) {
  const fieldId = useId();
  const errorId = useId();
  return (
    <div className="form-line">
      <label className="form-words" htmlFor={fieldId}>
        {words}
      </label>
      <TextField id={fieldId} errorId={errorId} {...field} />
      <FieldError id={errorId} error={field.error ?? ''} />
    </div>
  );
}

/** A field in a line of other things; `label` is for those who do not see them. */
export function TextField({
  text,
  error = '',
  isInvalid = false,
  isCode = false,
  isSecret = false,
  placeholder = '',
  unit = '',
  maxLength = unit === '' ? 500 : 8,
  onChange,
  id,
  errorId,
  label,
}: FieldProps & { readonly id?: string; readonly errorId?: string; readonly label?: string }) {
  const isWrong = isInvalid || error !== '';
  return (
    <div
      className="field"
      data-invalid={isWrong || undefined}
      data-short={unit !== '' || undefined}
    >
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={!isCode && !isSecret}
        className={isSecret ? 'form-secret' : undefined}
        maxLength={maxLength}
        placeholder={placeholder}
        aria-label={label}
        aria-invalid={isWrong}
        aria-describedby={error === '' ? undefined : errorId}
        value={text}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {unit !== '' && <span className="form-unit">{unit}</span>}
    </div>
  );
}

/** What is wrong with a field, below it. */
export function FieldError({ id, error }: { readonly id: string; readonly error: string }) {
  if (error === '') return null;
  return (
    <p id={id} className="form-error">
      {error}
    </p>
  );
}
