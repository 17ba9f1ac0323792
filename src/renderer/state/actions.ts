import type { View } from '../../bridge/engine-api.ts';
import type { FileHandle } from '../../bridge/host.ts';
import type { Settings } from '../../bridge/settings.ts';
import { busy } from '../idle.ts';
import type { App } from './app.ts';
import { notify, sentenceOf } from './notices.ts';
import { choiceKey } from './settings.ts';
import { changeView } from './views.ts';

/*
 * What the user can do. Nothing here fails: what goes wrong is told as a notice.
 */

/** Waits for something the host does, the page being busy meanwhile, and tells when it went wrong. */
export async function attempt(app: App, what: Promise<unknown>): Promise<void> {
  const done = busy();
  await told(app, what);
  done();
}

async function told(app: App, what: Promise<unknown>): Promise<void> {
  try {
    await what;
  } catch (thrown) {
    notify(app.notices, 'error', sentenceOf(thrown));
  }
}

/** Opens files that were dropped or chosen, each for itself. */
export function openFiles(app: App, files: readonly FileHandle[]): void {
  for (const file of files) openFile(app, file);
}

function openFile(app: App, file: FileHandle): void {
  // An opening keeps the page busy itself once it has begun, and ends before its upload if it is cancelled.
  const done = busy();
  const end = app.profiles.subscribe((now, before) => {
    if (now.openings.length > before.openings.length) done();
  });
  void told(app, app.host.openFile(file)).finally(() => {
    done();
    end();
  });
}

/** Lets the user choose files; `showOwn` is called where the page has to ask for them itself. */
export function chooseFiles(app: App, showOwn: () => void): void {
  const choose = async () => {
    if (!(await app.host.chooseFiles())) showOwn();
  };
  void attempt(app, choose());
}

/** Closes a profile. */
export function closeProfile(app: App, profile: number): void {
  void attempt(app, app.host.request('closeProfile', { profile }));
}

/** Changes settings, and has them remembered. */
export function changeSettings(app: App, change: Partial<Settings>): void {
  app.settings.setState(change);
  void attempt(app, app.host.request('saveSettings', change));
}

/** Shows another sample type of a profile, now and whenever one with the same choice is opened. */
export function chooseSampleType(app: App, profile: number, sampleType: number): void {
  const summary = app.profiles.getState().profiles.find(({ id }) => id === profile);
  const type = summary?.sampleTypes[sampleType]?.type;
  if (summary === undefined || type === undefined) return;
  changeView(app.views, { profile, base: null }, { sampleType });
  const { sampleTypeChoices } = app.settings.getState();
  changeSettings(app, {
    sampleTypeChoices: { ...sampleTypeChoices, [choiceKey(summary)]: type },
  });
}

/** Orders the boxes of all graphs alike, now and later. */
export function chooseOrder(app: App, order: View['order']): void {
  for (const { view } of Object.values(app.views.getState()))
    changeView(app.views, view, { order });
  changeSettings(app, { order });
}
