import { useStore } from 'zustand';
import { shownAddress } from '../../../core/capture/request.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { readCaptureForm } from '../../state/capture-form.ts';
import {
  changeCaptureForm,
  chooseCaptureFolder,
  leaveCapture,
  startCapture,
} from '../../state/capturing.ts';
import { useApp } from '../../state/use-app.ts';
import { DialogBox } from '../dialogs/dialog-frame.tsx';
import { Icon } from '../parts/icon.tsx';
import { AccessFields } from './access-fields.tsx';
import './capture.css';
import { CaptureRow } from './capture-row.tsx';
import { CountingFields } from './counting-fields.tsx';
import { ProfileFields } from './profile-fields.tsx';
import { SideFields } from './side-fields.tsx';

/** Asks a running service for a profile. */
export function CaptureDialog() {
  const app = useApp();
  const isOpen = useStore(app.screen, ({ dialog }) => dialog === 'capture');
  return (
    <DialogBox
      title="Capture from a running service"
      className="capture-dialog"
      isOpen={isOpen}
      onClose={() => leaveCapture(app)}
    >
      <CapturePanel />
    </DialogBox>
  );
}

function CapturePanel() {
  const app = useApp();
  const { form, shown, running, failure, folder } = useStore(app.captures);
  const read = readCaptureForm(form);
  const { target, request, order } = read;
  const capture = running.find(({ key }) => key === shown);
  const props = {
    form,
    read,
    failure,
    onChange: (change: Partial<typeof form>) => changeCaptureForm(app, change),
  };
  return (
    <form
      className="capture-panel"
      onSubmit={(event) => {
        event.preventDefault();
        if (order === null || target === null || request === null || capture !== undefined) return;
        startCapture(app, order, {
          host: new URL(target.index).host,
          profile: request.name,
          seconds: request.isOverTime ? request.serverSeconds : null,
        });
      }}
    >
      <fieldset className="capture-fields" disabled={capture !== undefined}>
        <legend className="visually-hidden">What to capture</legend>
        <ProfileFields {...props} />
        <SideFields {...props} />
        <CountingFields {...props} />
        <AccessFields {...props} />
      </fieldset>
      <div className="capture-foot">
        {failure !== null && (
          <p className="capture-failure" role="alert">
            <Icon name="warning" />
            {visibleText(failure.message)}
          </p>
        )}
        {capture !== undefined ? (
          <ul>
            <CaptureRow capture={capture} />
          </ul>
        ) : (
          <p className="capture-plan">
            {request === null ? (
              'Nothing is asked before you say so.'
            ) : (
              <>
                Asks for <code>{visibleText(shownAddress(request.address))}</code>
              </>
            )}
            <br />
            Saved in {visibleText(folder)}
            {app.about.shell === 'electron' && (
              <button
                type="button"
                className="link-button"
                onClick={() => chooseCaptureFolder(app)}
              >
                Change…
              </button>
            )}
          </p>
        )}
        <div className="dialog-buttons">
          <button type="button" className="button" onClick={() => leaveCapture(app)}>
            {capture === undefined ? 'Cancel' : 'Go on behind the window'}
          </button>
          <button
            type="submit"
            className="button primary"
            disabled={order === null || capture !== undefined}
          >
            Capture
          </button>
        </div>
      </div>
    </form>
  );
}
