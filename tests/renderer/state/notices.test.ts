import { expect, it } from 'vitest';
import { createNotices, forgetSubject, notify } from '../../../src/renderer/state/notices.ts';

it('takes away what is worth knowing once all profiles that it is about are closed', () => {
  const notices = createNotices();
  notify(notices, 'info', 'Read again.', [1, 2]);
  notify(notices, 'info', 'About nothing in particular.');
  forgetSubject(notices, 1);
  expect(notices.getState()).toHaveLength(2);
  forgetSubject(notices, 2);
  expect(notices.getState().map(({ message }) => message)).toEqual([
    'About nothing in particular.',
  ]);
});

it('keeps errors', () => {
  const notices = createNotices();
  notify(notices, 'error', 'It broke.', [1]);
  forgetSubject(notices, 1);
  expect(notices.getState()).toHaveLength(1);
});

it('shows a sentence once, with what can be done about it, however often it is said', () => {
  const notices = createNotices();
  const action = { words: 'Connect again', act: () => {} };
  notify(notices, 'error', 'It is gone.', [], action);
  notify(notices, 'error', 'It is gone.');
  expect(notices.getState()).toMatchObject([{ message: 'It is gone.', action }]);
});
