import { useId } from 'react';
import { SwitchLine, TextLine } from '../parts/form-lines.tsx';
import { NotesText } from '../parts/notes-text.tsx';
import { type FieldsProps, ThemeLine, TitleLine } from './fields.tsx';

const reportFormats = [
  ['md', 'Markdown'],
  ['html', 'HTML page'],
] as const;

/** A page or a report. */
export function DocumentFields(props: FieldsProps) {
  const { form, errors, onChange, onChoose } = props;
  const isReport = form.choices.what === 'report';
  return (
    <>
      {isReport && (
        <SwitchLine
          words="Format"
          choices={reportFormats}
          value={form.choices.reportFormat}
          onChange={(reportFormat) => onChoose({ reportFormat })}
        />
      )}
      <ThemeLine {...props} />
      <TitleLine {...props} />
      {isReport ? (
        <Notes {...props} />
      ) : (
        <TextLine
          words="Least share"
          text={form.leastShare}
          error={errors.leastShare}
          unit="%"
          onChange={(leastShare) => onChange({ leastShare })}
        />
      )}
      {!isReport && (
        <p className="form-hint">
          Boxes under this share of the whole are merged, and counted where they were.
        </p>
      )}
      {isReport && form.choices.reportFormat === 'md' && (
        <p className="form-hint">Its pictures are files beside it.</p>
      )}
    </>
  );
}

function Notes({ subject: { subject } }: FieldsProps) {
  const fieldId = useId();
  return (
    <div className="form-line export-notes">
      <label className="form-words" htmlFor={fieldId}>
        Notes
      </label>
      <NotesText id={fieldId} subject={subject} rows={7} />
    </div>
  );
}
