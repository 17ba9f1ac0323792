import type { ChangeTone } from '../../../../words/table/change-tone.ts';
import './change-text.css';

/** A change, in the colour of its direction unless it may be noise. */
export function ChangeText({
  tone,
  text,
}: {
  readonly tone: ChangeTone | null;
  readonly text: string;
}) {
  return (
    <span className="change" data-tone={tone ?? undefined}>
      {text}
    </span>
  );
}
