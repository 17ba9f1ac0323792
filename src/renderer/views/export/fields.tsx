import { type ReactNode, useId } from 'react';
import type { ExportSubject } from '../../state/export-request.ts';
import { Segmented } from '../parts/segmented.tsx';
import type { ExportForm, FormErrors } from './export-form.ts';

/** What the parts of the form work on. */
export interface FieldsProps {
  readonly form: ExportForm;
  readonly errors: FormErrors;
  readonly subject: ExportSubject;
  readonly onChange: (change: Partial<ExportForm>) => void;
  readonly onChoose: (change: Partial<ExportForm['choices']>) => void;
}

/** A line of the form: its words, and what can be chosen. */
export function Line({
  words,
  children,
}: {
  readonly words: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="export-line">
      <span className="export-words" aria-hidden="true">
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
  placeholder = '',
  unit = '',
  onChange,
}: {
  readonly words: string;
  readonly text: string;
  readonly error?: string;
  readonly placeholder?: string;
  readonly unit?: string;
  readonly onChange: (text: string) => void;
}) {
  const fieldId = useId();
  const errorId = useId();
  return (
    <div className="export-line">
      <label className="export-words" htmlFor={fieldId}>
        {words}
      </label>
      <div
        className="field"
        data-invalid={error !== '' || undefined}
        data-short={unit !== '' || undefined}
      >
        <input
          id={fieldId}
          type="text"
          autoComplete="off"
          maxLength={unit === '' ? 500 : 8}
          placeholder={placeholder}
          aria-invalid={error !== ''}
          aria-describedby={error === '' ? undefined : errorId}
          value={text}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
        {unit !== '' && <span className="export-unit">{unit}</span>}
      </div>
      {error !== '' && (
        <p id={errorId} className="export-error">
          {error}
        </p>
      )}
    </div>
  );
}

const themes = [
  ['page', 'As here'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

const pageThemes = [['page', 'As the reader’s'], themes[1], themes[2]] as const;

/** Light or dark. */
export function ThemeLine({ form: { choices }, onChoose }: Pick<FieldsProps, 'form' | 'onChoose'>) {
  return (
    <SwitchLine
      words="Theme"
      choices={choices.what === 'page' ? pageThemes : themes}
      value={choices.theme}
      onChange={(theme) => onChoose({ theme })}
    />
  );
}

/** The title, which otherwise follows from the view. */
export function TitleLine({ form: { title }, onChange }: Pick<FieldsProps, 'form' | 'onChange'>) {
  return (
    <TextLine
      words="Title"
      text={title}
      placeholder="What is shown, in words"
      onChange={(typed) => onChange({ title: typed })}
    />
  );
}
