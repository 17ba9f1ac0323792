import type { CaptureForm, ReadForm } from '../../state/capture-form.ts';
import type { CaptureFailure } from '../../state/captures.ts';

/** What the parts of the form work on. */
export interface FieldsProps {
  readonly form: CaptureForm;
  readonly read: ReadForm;
  /** What went wrong when the form was sent last; null for nothing. */
  readonly failure: CaptureFailure | null;
  readonly onChange: (change: Partial<CaptureForm>) => void;
}
