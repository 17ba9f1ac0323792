import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useStore } from 'zustand';
import { visibleText } from '../../../core/text/visible-text.ts';
import { busy } from '../../idle.ts';
import { sentenceOf } from '../../state/notices.ts';
import { chooseFolder, setEditor } from '../../state/reading-source.ts';
import type { AskedEditor, AskedFolder } from '../../state/source.ts';
import { useApp } from '../../state/use-app.ts';
import { DialogBox } from '../dialogs/dialog-frame.tsx';
import '../dialogs/dialogs.css';

/** What the source view asks the user for. */
export function SourceDialogs() {
  const { source } = useApp();
  const asking = useStore(source, (state) => state.asking);
  return (
    <DialogBox
      title={asking?.kind === 'editor' ? 'Open in an editor' : 'The folder of the source'}
      isOpen={asking !== null}
      onClose={() => source.setState({ asking: null })}
    >
      {asking?.kind === 'folder' && <FolderForm asked={asking} />}
      {asking?.kind === 'editor' && <EditorForm asked={asking} />}
    </DialogBox>
  );
}

function FolderForm({ asked }: { readonly asked: AskedFolder }) {
  const app = useApp();
  return (
    <AskingForm
      label="Path of the folder"
      first=""
      button="Read from it"
      onSubmit={(path) => chooseFolder(app, asked.of, path)}
    >
      <p>
        Type or paste the path of the folder with the source: of the module with its{' '}
        <code>go.mod</code>, such as <code>~/work/myservice</code>. Allocscope reads files beneath
        the folders that you choose, and no others. It changes none.
      </p>
    </AskingForm>
  );
}

function EditorForm({ asked }: { readonly asked: AskedEditor }) {
  const app = useApp();
  return (
    <AskingForm
      label="Command"
      first={asked.candidates[0] ?? ''}
      button="Open"
      choices={asked.candidates}
      onSubmit={(command) => setEditor(app, command, asked)}
    >
      <p>
        By which command are source files opened? It is a program with its arguments, in which{' '}
        <code>{'{file}'}</code>, <code>{'{line}'}</code> and <code>{'{column}'}</code> are filled
        in. No shell reads it. It is remembered.
      </p>
    </AskingForm>
  );
}

/** A line to type, and what is wrong with it once it was tried. */
function AskingForm({
  label,
  first,
  button,
  choices = [],
  onSubmit,
  children,
}: {
  readonly label: string;
  readonly first: string;
  readonly button: string;
  readonly choices?: readonly string[];
  readonly onSubmit: (text: string) => Promise<void>;
  readonly children: ReactNode;
}) {
  const [text, setText] = useState(first);
  const [fault, setFault] = useState('');
  const faultId = useId();
  const listId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const done = busy();
    setFault('');
    onSubmit(text)
      .catch((thrown: unknown) => setFault(sentenceOf(thrown)))
      .finally(done);
  };
  return (
    <form className="source-form" onSubmit={submit}>
      {children}
      <div className="field" data-invalid={fault !== '' || undefined}>
        <input
          type="text"
          className="mono"
          aria-label={label}
          aria-invalid={fault !== ''}
          aria-describedby={faultId}
          autoComplete="off"
          spellCheck={false}
          list={choices.length > 1 ? listId : undefined}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      {choices.length > 1 && (
        <datalist id={listId}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
      <output id={faultId} className="source-fault">
        {visibleText(fault)}
      </output>
      <div className="dialog-buttons">
        <button type="submit" className="button primary" disabled={text.trim() === ''}>
          {button}
        </button>
      </div>
    </form>
  );
}
