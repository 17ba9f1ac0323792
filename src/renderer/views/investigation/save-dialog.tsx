import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { formatBytes } from '../../../core/units/bytes.ts';
import { counted } from '../../../words/counted.ts';
import { attempt } from '../../state/actions.ts';
import { saveAs } from '../../state/investigating.ts';
import { shownSubject } from '../../state/profiles.ts';
import type { SubjectId } from '../../state/subject.ts';
import { useApp } from '../../state/use-app.ts';
import { DialogFrame } from '../dialogs/dialog-frame.tsx';
import { NotesText } from '../parts/notes-text.tsx';
import './investigation.css';
import { insideWords } from './investigation-words.ts';
import { useSavedProfiles } from './use-saved-profiles.ts';

/** How the investigation on screen is to be saved. */
export function SaveDialog() {
  const app = useApp();
  const subject = useStore(app.profiles, shownSubject);
  return (
    <DialogFrame dialog="save" title="Save the investigation">
      {subject !== null && <SaveForm key={subject} subject={subject} />}
    </DialogFrame>
  );
}

function SaveForm({ subject }: { readonly subject: SubjectId }) {
  const app = useApp();
  const notesId = useId();
  const isBrowser = app.about.shell === 'browser';
  const place = useStore(app.investigations, ({ places }) => places[subject]);
  const { bytes, arePathsKnown, names, texts } = useSavedProfiles(subject);
  const withTexts = texts === 0 ? '' : `, ${counted(texts, 'text', 'texts')} with evidence`;
  const [isWanted, setWanted] = useState(place?.withProfiles ?? isBrowser);
  const withProfiles = isWanted || !arePathsKnown;
  const close = () => app.screen.setState({ dialog: null });
  return (
    <form
      className="investigation-form"
      onSubmit={(event) => {
        event.preventDefault();
        close();
        void attempt(app, saveAs(app, withProfiles, 'chosen'));
      }}
    >
      <p className="muted">
        One file that brings this screen back: {names}
        {withTexts}, the view, zoom, filters, divisors, rename rules and your notes.
      </p>
      <div className="investigation-notes">
        <label htmlFor={notesId}>Notes</label>
        <NotesText id={notesId} subject={subject} rows={6} />
        <p className="muted">Kept for these profiles as you type.</p>
      </div>
      <label className="investigation-inside">
        <input
          type="checkbox"
          checked={withProfiles}
          disabled={!arePathsKnown}
          onChange={({ currentTarget }) => setWanted(currentTarget.checked)}
        />
        <span>
          <strong>
            Put the profiles {texts > 0 && 'and texts '}inside ({formatBytes(bytes)})
          </strong>
          <span className="muted">{insideWords(arePathsKnown, withProfiles)}</span>
        </span>
      </label>
      <div className="dialog-buttons">
        <button type="button" className="button" onClick={close}>
          Cancel
        </button>
        <button type="submit" className="button primary">
          {isBrowser ? 'Download' : 'Save…'}
        </button>
      </div>
    </form>
  );
}
