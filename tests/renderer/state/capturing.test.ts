import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaptureOutcome } from '../../../src/bridge/capture-api.ts';
import {
  changeCaptureForm,
  leaveCapture,
  showCapture,
  startCapture,
} from '../../../src/renderer/state/capturing.ts';
import { captureOrder } from '../../helpers/capture-orders.ts';
import { settle, startPage, stubPage } from '../../helpers/start-page.ts';

let unstub: () => void;
beforeEach(() => {
  unstub = stubPage();
});
afterEach(() => unstub());

const facts = {
  address: 'http://h/debug/pprof/heap',
  host: 'h',
  profile: 'heap',
  seconds: null,
  fileBytes: 1,
  askedMillis: 0,
  redirects: [],
  count: null,
  remarks: [],
};

/** A page whose host captures when the test says so. */
function startCapturing(...open: number[]) {
  const page = startPage(...open);
  const { app } = page;
  const answers: ((outcome: CaptureOutcome) => void)[] = [];
  const request = app.host.request;
  vi.spyOn(app.host, 'request').mockImplementation(((method: string, params: never) => {
    if (method === 'capture') return new Promise((resolve) => answers.push(resolve));
    if (method === 'openSaved') {
      const id = Number((params as { saved: string }).saved);
      page.opened(id);
      return Promise.resolve(id);
    }
    return request(method as never, params);
  }) as never);
  const { key: _, ...order } = captureOrder('h');
  return {
    ...page,
    start: () => startCapture(app, order, facts),
    /** The host answers the oldest capture. */
    answer: async (outcome: CaptureOutcome) => {
      answers.shift()?.(outcome);
      await settle();
    },
  };
}

const captured = (id: number, requests: number | null = null): CaptureOutcome => ({
  kind: 'captured',
  facts: {
    ...facts,
    count: requests === null ? null : { value: requests, before: null, after: null, series: 0 },
  },
  sha256: `sha-${id}`,
  saved: `${id}`,
  name: 'heap.pb.gz',
  folder: '/captures',
});

const refused: CaptureOutcome = { kind: 'refused', message: 'No.', trouble: 'header' };

describe('a capture', () => {
  it('is looked at by itself', async () => {
    const { app, start, answer, looked, notices } = startCapturing(1);
    showCapture(app);
    start();
    await answer(captured(2));
    expect(looked()).toBe(2);
    expect(app.screen.getState().dialog).toBe(null);
    expect(notices()).toEqual(['The heap profile of h is saved as heap.pb.gz in /captures.']);
  });

  it('is a side, and the next one the other', async () => {
    const { app, start, answer, looked } = startCapturing();
    showCapture(app);
    changeCaptureForm(app, { side: 'before' });
    start();
    await answer(captured(1));
    expect(app.profiles.getState().half).toEqual({ side: 'before', profile: 1 });
    showCapture(app);
    expect(app.captures.getState().form.side).toBe('after');
    start();
    await answer(captured(2));
    expect(looked()).toBe('1>2');
  });

  it('shows in the dialog what went wrong, and in a notice once that is left', async () => {
    const { app, start, answer, notices } = startCapturing();
    showCapture(app);
    start();
    await answer(refused);
    const failure = { message: 'No.', trouble: 'header' };
    expect(app.captures.getState()).toMatchObject({ shown: null, failure, running: [] });
    expect(notices()).toEqual([]);
    changeCaptureForm(app, { headerValue: 'x' });
    expect(app.captures.getState().failure).toBe(null);
    start();
    leaveCapture(app);
    expect(app.captures.getState().running).toHaveLength(1);
    await answer(refused);
    expect(notices()).toEqual(['No.']);
    app.notices.getState()[0]?.action?.act();
    expect(app.screen.getState().dialog).toBe('capture');
    expect(app.captures.getState().failure).toEqual(failure);
  });

  it('does not touch the dialog that shows another one', async () => {
    const { app, start, answer } = startCapturing();
    showCapture(app);
    start();
    leaveCapture(app);
    showCapture(app);
    start();
    const { shown } = app.captures.getState();
    await answer(refused);
    expect(app.captures.getState()).toMatchObject({ shown, failure: null });
    await answer({ kind: 'cancelled' });
    expect(app.captures.getState()).toMatchObject({ shown: null, running: [] });
    expect(app.screen.getState().dialog).toBe('capture');
  });

  it('is remembered with nothing of its header', async () => {
    const { app, start, requests } = startCapturing();
    changeCaptureForm(app, { address: 'http://me:hush@h', headerValue: 'hush' });
    start();
    await settle();
    const saved = requests.filter(([method]) => method === 'saveSettings');
    expect(saved).toHaveLength(1);
    expect(JSON.stringify(saved)).not.toContain('hush');
  });
});
