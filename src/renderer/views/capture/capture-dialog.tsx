import { useEffect, useRef } from 'react';
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
  const isRunning = capture !== undefined;
  const hasFailed = failure !== null;
  const leaveButton = useRef<HTMLButtonElement>(null);
  const sendButton = useRef<HTMLButtonElement>(null);
  // What had the focus is disabled meanwhile.
  useEffect(() => {
    if (isRunning) leaveButton.current?.focus();
    else if (hasFailed) sendButton.current?.focus();
  }, [isRunning, hasFailed]);
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
        if (order === null || target === null || request === null || isRunning) return;
        startCapture(app, order, {
          host: new URL(target.index).host,
          profile: request.name,
          seconds: request.isOverTime ? request.serverSeconds : null,
        });
      }}
    >
      <fieldset className="capture-fields" disabled={isRunning}>
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
          <button
            ref={leaveButton}
            type="button"
            className="button"
            onClick={() => leaveCapture(app)}
          >
            {isRunning ? 'Go on behind the window' : 'Cancel'}
          </button>
          <button
            ref={sendButton}
            type="submit"
            className="button primary"
            disabled={order === null || isRunning}
          >
            Capture
          </button>
        </div>
      </div>
    </form>
  );
}
