import type { ExportSubject } from '../../state/export-request.ts';
import { SwitchLine, TextLine } from '../parts/form-lines.tsx';
import type { ExportForm, FormErrors } from './export-form.ts';

/** What the parts of the form work on. */
export interface FieldsProps {
  readonly form: ExportForm;
  readonly errors: FormErrors;
  readonly subject: ExportSubject;
  readonly onChange: (change: Partial<ExportForm>) => void;
  readonly onChoose: (change: Partial<ExportForm['choices']>) => void;
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
