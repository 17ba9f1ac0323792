import type { CaptureFacts, CaptureOrder, CaptureOutcome } from '../../bridge/capture-api.ts';
import { visibleText } from '../../core/text/visible-text.ts';
import { captureWords, countWords } from '../../words/capture-words.ts';
import { saveDownload } from '../host/save-download.ts';
import { attempt, changeSettings } from './actions.ts';
import type { App } from './app.ts';
import { type CaptureForm, choicesOf } from './capture-form.ts';
import { notify } from './notices.ts';
import { openAs } from './pairing.ts';

/*
 * What the user can do to get profiles from running services.
 */

type Captured = Extract<CaptureOutcome, { kind: 'captured' }>;

/** Shows the dialog for captures, for the side that still waits, if one does. */
export function showCapture(app: App): void {
  const { half } = app.profiles.getState();
  if (half !== null) {
    changeCaptureForm(app, { side: half.side === 'before' ? 'after' : 'before' });
  }
  app.screen.setState({ dialog: 'capture' });
}

/** Changes what stands in the dialog. */
export function changeCaptureForm({ captures }: App, change: Partial<CaptureForm>): void {
  captures.setState(({ form }) => ({ form: { ...form, ...change }, failure: null }));
}

/** Captures a profile, and looks at it as the form says. */
export function startCapture(
  app: App,
  order: Omit<CaptureOrder, 'key'>,
  facts: Pick<CaptureFacts, 'host' | 'profile' | 'seconds'>,
): void {
  const { captures, settings } = app;
  const { form } = captures.getState();
  changeSettings(app, { capturing: choicesOf(form, settings.getState().capturing) });
  const key = crypto.randomUUID();
  const running = { key, words: captureWords(facts), progress: null };
  captures.setState((state) => ({
    running: [...state.running, running],
    shown: key,
    failure: null,
  }));
  void attempt(app, make(app, { ...order, key }, form.side));
}

/** Ends a capture that is under way. */
export function cancelCapture(app: App, key: string): void {
  void attempt(app, app.host.request('cancelCapture', { key }));
}

/** Leaves the dialog; a capture that is under way goes on. */
export function leaveCapture({ screen, captures }: App): void {
  captures.setState({ shown: null, failure: null });
  screen.setState({ dialog: null });
}

/** Lets the user choose another folder for captures. */
export function chooseCaptureFolder(app: App): void {
  const choose = async () => {
    const folder = await app.host.request('chooseCaptureFolder', undefined);
    if (folder !== null) app.captures.setState({ folder });
  };
  void attempt(app, choose());
}

async function make(app: App, order: CaptureOrder, side: CaptureForm['side']): Promise<void> {
  const outcome = await requested(app, order);
  const { captures, screen } = app;
  const isShown = captures.getState().shown === order.key && screen.getState().dialog === 'capture';
  if (outcome.kind === 'refused') {
    const { message, trouble } = outcome;
    const failure = { message, trouble };
    if (isShown) captures.setState({ shown: null, failure });
    else {
      notify(app.notices, 'error', message, [], {
        words: 'Change and ask again',
        act: () => {
          captures.setState({ failure });
          screen.setState({ dialog: 'capture' });
        },
      });
    }
    return;
  }
  if (isShown) captures.setState({ shown: null });
  if (outcome.kind === 'cancelled') return;
  if (isShown) leaveCapture(app);
  await take(app, outcome, side);
}

async function requested(app: App, order: CaptureOrder): Promise<CaptureOutcome> {
  const { captures, host } = app;
  try {
    return await host.request('capture', order);
  } finally {
    captures.setState(({ running }) => ({
      running: running.filter(({ key }) => key !== order.key),
    }));
  }
}

/** Opens it, and tells where it is. */
async function take(app: App, captured: Captured, side: CaptureForm['side']): Promise<void> {
  const { facts, sha256, saved, name, folder } = captured;
  const { count } = facts;
  if (count !== null) {
    app.captures.setState(({ counts, form }) => ({
      counts: [{ sha256, count: count.value }, ...counts.filter((one) => one.sha256 !== sha256)],
      // The next profile is another moment.
      form: { ...form, requests: '' },
    }));
  }
  const sentences = [
    `The ${captureWords(facts)} is saved as ${name} in ${folder}.`,
    ...(count === null ? [] : [`${countWords(facts, count)}.`]),
    ...facts.remarks,
  ];
  let opened: number | null = null;
  const open = async () => {
    opened = await app.host.request('openSaved', { saved });
    return opened;
  };
  try {
    if (side === 'alone') await open();
    else await openAs(app, side, open);
  } finally {
    const about = opened === null ? [] : [opened];
    notify(app.notices, 'info', sentences.join(' '), about, copyAction(app, saved));
  }
}

function copyAction(app: App, saved: string) {
  if (app.about.shell === 'electron') {
    return {
      words: 'Show in folder',
      act: () => void attempt(app, app.host.request('showSaved', { saved })),
    };
  }
  return { words: 'Save a copy', act: () => void attempt(app, saveCopy(app, saved)) };
}

async function saveCopy(app: App, saved: string): Promise<void> {
  const outcome = await app.host.request('saveCopy', { saved });
  if (outcome.kind !== 'download') return;
  saveDownload(outcome.address, outcome.name);
  notify(app.notices, 'info', `Your browser saves ${visibleText(outcome.name)}.`);
}
