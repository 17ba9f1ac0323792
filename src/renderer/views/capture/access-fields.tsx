import { useEffect, useState } from 'react';
import type { CaptureTrouble } from '../../../bridge/capture-api.ts';
import { TextLine } from '../parts/form-lines.tsx';
import type { FieldsProps } from './fields.ts';

/** What can be done here about it. */
const TROUBLES: readonly (CaptureTrouble | undefined)[] = ['header', 'certificate', 'size', 'time'];

/** Who asks, whom to trust, and how long and how much. */
export function AccessFields({ form, read, failure, onChange }: FieldsProps) {
  const [isOpen, setOpen] = useState(false);
  const trouble = failure?.trouble;
  useEffect(() => {
    if (TROUBLES.includes(trouble)) setOpen(true);
  }, [trouble]);
  return (
    <details
      className="capture-access"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>Authentication, certificate, limits</summary>
      <div className="capture-pair">
        <TextLine
          words="Header"
          isCode
          text={form.headerName}
          onChange={(headerName) => onChange({ headerName })}
        />
        <TextLine
          words="Value"
          text={form.headerValue}
          isSecret
          isInvalid={trouble === 'header'}
          placeholder="Bearer …"
          maxLength={16_000}
          onChange={(headerValue) => onChange({ headerValue })}
        />
      </div>
      <p className="form-hint">Sent to that host alone, and kept nowhere but in this window.</p>
      <label className="capture-check">
        <input
          type="checkbox"
          checked={form.acceptsAnyCertificate}
          onChange={({ currentTarget }) =>
            onChange({ acceptsAnyCertificate: currentTarget.checked })
          }
        />
        Accept any certificate, also one that nobody vouches for
      </label>
      <div className="capture-pair">
        <TextLine
          words="Wait"
          text={form.timeout}
          unit="s"
          error={read.errors.timeout}
          isInvalid={trouble === 'time'}
          onChange={(timeout) => onChange({ timeout })}
        />
        <TextLine
          words="At most"
          text={form.mostMebibytes}
          unit="MiB"
          error={read.errors.mostMebibytes}
          isInvalid={trouble === 'size'}
          onChange={(mostMebibytes) => onChange({ mostMebibytes })}
        />
      </div>
      <p className="form-hint">
        How long nothing may be heard of the service, besides the seconds that a profile covers.
      </p>
    </details>
  );
}
