import type { App } from './app.ts';
import { reportCapture } from './captures.ts';
import { connectAgain } from './connecting-again.ts';
import { addEvidence, removeEvidence, sideEvidence } from './evidence.ts';
import { showInvestigation } from './investigating.ts';
import { addSought, removeSought } from './investigations.ts';
import { forgetSubject, notify } from './notices.ts';
import { showTogether } from './pairing.ts';
import { addOpening, addProfile, endOpening, removeProfile, reportOpening } from './profiles.ts';
import { reportExport } from './running-exports.ts';
import { forgetTables } from './tables.ts';
import { forgetZoom } from './zooms.ts';

/** Keeps the stores in step with what the host tells; menu commands are for the views. */
export function followHost(app: App): void {
  const { host, profiles, notices, frames, zooms, tables, investigations } = app;
  host.on('openingStarted', (started) => addOpening(profiles, started));
  host.on('openingProgress', (report) => reportOpening(profiles, report));
  host.on('openingCancelled', ({ opening }) => endOpening(profiles, opening));
  host.on('openingFailed', ({ opening, message }) => {
    endOpening(profiles, opening);
    notify(notices, 'error', message);
  });
  host.on('profileOpened', ({ opening, profile, isOneOfTwo }) => {
    addProfile(profiles, profile, isOneOfTwo);
    endOpening(profiles, opening);
  });
  host.on('evidenceOpened', ({ opening, evidence }) => {
    addEvidence(app.evidence, evidence);
    endOpening(profiles, opening);
  });
  host.on('evidenceSided', ({ evidence, side }) => sideEvidence(app.evidence, evidence, side));
  host.on('evidenceClosed', ({ evidence }) => removeEvidence(app.evidence, evidence));
  host.on('openingEnded', ({ opening }) => endOpening(profiles, opening));
  host.on('investigationSought', (sought) => addSought(investigations, sought));
  host.on('investigationLeft', ({ investigation }) => removeSought(investigations, investigation));
  host.on('investigationOpened', (opened) => showInvestigation(app, opened));
  host.on('openedTogether', (opened) => showTogether(app, opened.profiles, opened.isOrdered));
  host.on('profileClosed', ({ profile }) => {
    removeProfile(profiles, profile);
    frames.forget(profile);
    forgetZoom(zooms, profile);
    forgetTables(tables, profile);
    forgetSubject(notices, profile);
  });
  host.on('exportProgress', (report) => reportExport(app.exporting, report));
  host.on('captureProgress', (report) => reportCapture(app.captures, report));
  host.on('recentFilesChanged', (recentFiles) => profiles.setState({ recentFiles }));
  host.on('connectionLost', ({ message }) => {
    const act = () => void connectAgain(notices, message);
    notify(notices, 'error', message, [], { words: 'Connect again', act });
  });
  host.on('engineRestarted', ({ message }) => {
    profiles.setState(({ engineLife }) => ({ engineLife: engineLife + 1 }));
    const open = profiles.getState().profiles.map(({ id }) => id);
    notify(notices, 'info', message, open);
  });
}
