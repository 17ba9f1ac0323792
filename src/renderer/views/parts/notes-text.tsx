import { useStore } from 'zustand';
import { MAX_NOTES } from '../../../bridge/investigation.ts';
import type { SubjectId } from '../../state/subject.ts';
import { useApp } from '../../state/use-app.ts';

/** The author's own words about what is looked at. They are kept as they are typed. */
export function NotesText({
  id,
  subject,
  rows,
}: {
  readonly id: string;
  readonly subject: SubjectId;
  readonly rows: number;
}) {
  const { notes } = useApp();
  const text = useStore(notes, (all) => all[subject] ?? '');
  return (
    <textarea
      id={id}
      className="field"
      rows={rows}
      maxLength={MAX_NOTES}
      placeholder="Your own words: what was done, why, and what follows. Markdown."
      value={text}
      onChange={({ currentTarget }) => notes.setState({ [subject]: currentTarget.value })}
    />
  );
}
