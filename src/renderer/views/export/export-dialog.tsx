import { useState } from 'react';
import { useStore } from 'zustand';
import { changeSettings } from '../../state/actions.ts';
import {
  type ExportSubject,
  exportSubject,
  hasPart,
  requestFor,
  shownScene,
} from '../../state/export-request.ts';
import { copyPicture, exportToFile } from '../../state/exporting.ts';
import { useApp } from '../../state/use-app.ts';
import { DialogFrame } from '../dialogs/dialog-frame.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { DataFields } from './data-fields.tsx';
import { DocumentFields } from './document-fields.tsx';
import './export.css';
import { type ExportForm, formOf, readForm } from './export-form.ts';
import { PictureFields } from './picture-fields.tsx';
import { PicturePreview } from './picture-preview.tsx';
import { kindNotes, kinds } from './words.ts';

/** Makes files of what is on screen. */
export function ExportDialog() {
  const app = useApp();
  const isOpen = useStore(app.screen, ({ dialog }) => dialog === 'export');
  const subject = isOpen ? exportSubject(app) : null;
  return (
    <DialogFrame dialog="export" title="Export" className="export-dialog">
      {subject !== null && <ExportPanel subject={subject} />}
    </DialogFrame>
  );
}

function ExportPanel({ subject }: { readonly subject: ExportSubject }) {
  const app = useApp();
  const [form, setForm] = useState(() =>
    formOf(app.settings.getState().exporting, shownScene(app, subject.view)),
  );
  const change = (changed: Partial<ExportForm>) => setForm((now) => ({ ...now, ...changed }));
  const choose = (changed: Partial<ExportForm['choices']>) =>
    setForm((now) => ({ ...now, choices: { ...now.choices, ...changed } }));

  const { draft, errors } = readForm(form);
  const { what } = form.choices;
  const hasSeen = what === 'picture' && hasPart(app, form.scene);
  const takesWidth = what === 'picture' && !(hasSeen && form.choices.extent === 'shown');
  const isFaulty =
    (takesWidth && errors.width !== '') || (what === 'page' && errors.leastShare !== '');
  const finish = () => {
    changeSettings(app, { exporting: draft.choices });
    app.screen.setState({ dialog: null });
  };
  const props = { form, errors, subject, onChange: change, onChoose: choose };
  return (
    <form
      className="export-panel"
      data-what={what}
      onSubmit={(event) => {
        event.preventDefault();
        if (isFaulty) return;
        const named = requestFor(app, subject, draft);
        finish();
        exportToFile(app, named);
      }}
    >
      <div className="export-kinds">
        <Segmented
          legend="What to export"
          choices={kinds}
          value={what}
          onChange={(chosen) => choose({ what: chosen })}
        />
        <p className="export-note">{kindNotes[what]}</p>
      </div>
      <div className="export-fields">
        {what === 'picture' && (
          <PictureFields {...props} hasSeen={hasSeen} takesWidth={takesWidth} />
        )}
        {(what === 'page' || what === 'report') && <DocumentFields {...props} />}
        {(what === 'table' || what === 'stacks' || what === 'profile') && <DataFields {...props} />}
      </div>
      {what === 'picture' && <PicturePreview subject={subject} draft={draft} isFaulty={isFaulty} />}
      <div className="export-buttons">
        {what === 'picture' && (
          <button
            type="button"
            className="button"
            disabled={isFaulty}
            onClick={() => {
              const named = requestFor(app, subject, draft);
              finish();
              copyPicture(app, named);
            }}
          >
            Copy picture
          </button>
        )}
        <span className="export-space" />
        <button
          type="button"
          className="button"
          onClick={() => app.screen.setState({ dialog: null })}
        >
          Cancel
        </button>
        <button type="submit" className="button primary" disabled={isFaulty}>
          {app.about.shell === 'electron' ? 'Export…' : 'Download'}
        </button>
      </div>
    </form>
  );
}
