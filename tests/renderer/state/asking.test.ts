import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { EngineMethod } from '../../../src/bridge/engine-api.ts';
import type { Host } from '../../../src/bridge/host.ts';
import { createAsk } from '../../../src/renderer/state/asking.ts';
import { stubPage } from '../../helpers/start-page.ts';

let unstub: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  unstub = stubPage();
});
afterEach(() => {
  unstub();
  vi.useRealTimers();
});

/** A host that notes what it is asked, and answers when it is told to. */
function startAsking() {
  const asked: string[] = [];
  const answers: ((value: unknown) => void)[] = [];
  const request = (_: string, { method }: { method: EngineMethod }) => {
    asked.push(method);
    return new Promise((resolve) => answers.push(resolve));
  };
  const ask = createAsk({ request } as unknown as Pick<Host, 'request'>);
  return {
    asked,
    ask: (method: EngineMethod) => ask(method, {} as never),
    answer: async () => {
      answers.shift()?.(null);
      await vi.advanceTimersByTimeAsync(100);
    },
  };
}

it('asks what can wait when nothing else is under way, one at a time', async () => {
  const { ask, asked, answer } = startAsking();
  const answered = [ask('report'), ask('hazards'), ask('frames')];
  await vi.advanceTimersByTimeAsync(100);
  expect(asked).toEqual(['frames']);
  await answer();
  expect(asked).toEqual(['frames', 'report']);
  const slice = ask('slice');
  expect(asked).toEqual(['frames', 'report', 'slice']);
  await answer();
  expect(asked).toEqual(['frames', 'report', 'slice']);
  await answer();
  expect(asked).toEqual(['frames', 'report', 'slice', 'hazards']);
  await answer();
  await Promise.all([...answered, slice]);
});

it('asks at once what can wait when all is quiet', async () => {
  const { ask, asked, answer } = startAsking();
  const report = ask('report');
  await vi.advanceTimersByTimeAsync(100);
  expect(asked).toEqual(['report']);
  await answer();
  await report;
});
