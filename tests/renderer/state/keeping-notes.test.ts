import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepNotes } from '../../../src/renderer/state/keeping-notes.ts';
import { compare, showProfile } from '../../../src/renderer/state/profiles.ts';
import { settle, startPage, stubPage } from '../../helpers/start-page.ts';

let unstub: () => void;
beforeEach(() => {
  unstub = stubPage();
});
afterEach(() => unstub());

/** A page whose host keeps notes by the profiles, whichever is first. */
function start() {
  const page = startPage(1, 2);
  const disk = new Map<string, string>();
  const keyOf = ({ profile, base }: { profile: number; base: number | null }) =>
    [profile, base ?? profile].sort().join();
  const { request } = page.app.host;
  const host = {
    ...page.app.host,
    request: (method: string, params: never) => {
      if (method === 'readNotes') return Promise.resolve(disk.get(keyOf(params)) ?? '');
      if (method !== 'keepNotes') return request(method as 'hello', params);
      disk.set(keyOf(params), (params as { notes: string }).notes);
      return Promise.resolve(undefined);
    },
  };
  const app = { ...page.app, host: host as never };
  return { app, disk, start: () => keepNotes(app) };
}

it('brings back the notes about what is looked at, and keeps each letter', async () => {
  const { app, disk, start: keep } = start();
  disk.set('2,2', 'Two.');
  keep();
  await settle();
  expect(app.notes.getState()).toEqual({ '2': 'Two.' });
  app.notes.setState({ '2': 'Two. M' });
  app.notes.setState({ '2': 'Two. Mo' });
  app.notes.setState({ '2': 'Two. More' });
  await settle();
  expect(disk.get('2,2')).toBe('Two. More');
  showProfile(app.profiles, 1);
  await settle();
  expect(app.notes.getState()['1']).toBe('');
});

it('has those about two profiles be the same whichever is first', async () => {
  const { app, start: keep } = start();
  keep();
  compare(app.profiles, { before: 1, after: 2 });
  await settle();
  app.notes.setState({ '1>2': 'Both.' });
  await settle();
  compare(app.profiles, { before: 2, after: 1 });
  await settle();
  expect(app.notes.getState()['2>1']).toBe('Both.');
  app.notes.setState({ '2>1': 'Both, turned.' });
  await settle();
  compare(app.profiles, { before: 1, after: 2 });
  await settle();
  expect(app.notes.getState()['1>2']).toBe('Both, turned.');
});

it('loses nothing that is typed while they are on their way', async () => {
  const { app, disk, start: keep } = start();
  disk.set('2,2', 'Old.');
  keep();
  app.notes.setState({ '2': 'New.' });
  await settle();
  expect(app.notes.getState()['2']).toBe('Old.\n\nNew.');
  expect(disk.get('2,2')).toBe('Old.\n\nNew.');
});
