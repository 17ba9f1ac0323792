import { useId } from 'react';
import { visibleText } from '../../../core/text/visible-text.ts';
import { FieldError, Line, SwitchLine, TextField, TextLine } from '../parts/form-lines.tsx';
import { Segmented } from '../parts/segmented.tsx';
import type { FieldsProps } from './fields.ts';
import { kindNotes, kinds, spans } from './words.ts';

/** Which service, and which profile of it. */
export function ProfileFields(props: FieldsProps) {
  const { form, read, failure, onChange } = props;
  const named = read.target?.named ?? null;
  return (
    <>
      <TextLine
        words="Service"
        isCode
        text={form.address}
        error={read.errors.address}
        isInvalid={failure?.trouble === 'address'}
        placeholder="localhost:6060"
        maxLength={10_000}
        onChange={(address) => onChange({ address })}
      />
      {named === null ? (
        <SwitchLine
          words="Profile"
          choices={kinds}
          value={form.kind}
          onChange={(kind) => onChange({ kind })}
        />
      ) : (
        <Line words="Profile">
          <span>
            <strong>{visibleText(named.name)}</strong>, as the address says
          </span>
        </Line>
      )}
      {read.kind !== null && <p className="form-hint">{kindNotes[read.kind]}</p>}
      <SpanFields {...props} />
    </>
  );
}

/** All since the start, or what happens in some seconds. */
function SpanFields({ form, read, onChange }: FieldsProps) {
  const errorId = useId();
  const { kind, errors, target } = read;
  const named = target?.named ?? null;
  if (kind === null || (named !== null && named.seconds !== null)) return null;
  const isTimed = kind === 'cpu' || form.isOverTime;
  const mayCollect = kind === 'heap' && !isTimed && (named === null || named.gc === null);
  return (
    <>
      <Line words="Covers">
        <div className="capture-span">
          {kind === 'cpu' ? (
            'From now on, for'
          ) : (
            <Segmented
              legend="Covers"
              choices={spans}
              value={isTimed ? 'time' : 'start'}
              onChange={(span) => onChange({ isOverTime: span === 'time' })}
            />
          )}
          {isTimed && (
            <TextField
              label="Seconds"
              text={form.seconds}
              unit="s"
              error={errors.seconds}
              errorId={errorId}
              onChange={(seconds) => onChange({ seconds })}
            />
          )}
        </div>
        <FieldError id={errorId} error={errors.seconds} />
      </Line>
      {mayCollect && (
        <label className="capture-check">
          <input
            type="checkbox"
            checked={form.gc}
            onChange={({ currentTarget }) => onChange({ gc: currentTarget.checked })}
          />
          Collect garbage first (gc=1): what is live is then so right now. It costs the service a
          collection.
        </label>
      )}
    </>
  );
}
