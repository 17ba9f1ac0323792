import { afterAll, beforeAll, expect, it } from 'vitest';
import { attachment } from '../../src/server/download.ts';
import { type BuiltEntries, buildEntries } from '../helpers/build-entries.ts';
import { orderOf } from '../helpers/export-orders.ts';
import { heapProfile } from '../helpers/start-backend.ts';
import { startShell } from '../helpers/start-server.ts';

let built: BuiltEntries;
beforeAll(async () => {
  built = await buildEntries({
    engine: 'src/engine/worker.ts',
    export: 'tests/helpers/made-up-export.ts',
  });
});
afterAll(() => built.remove());

async function finished() {
  const shell = await startShell(built.file('engine'), built.file('export'));
  await shell.backend.openPath(heapProfile);
  const outcome = await shell.request('export', orderOf(null));
  const address = outcome.kind === 'download' ? outcome.address : '';
  return { ...shell, address };
}

it('sends an export once, to those who hold the token, as a file to be saved', async () => {
  const { url, origin, address } = await finished();
  expect((await fetch(`${origin}/wrong-token/${address}`)).status).toBe(403);
  expect((await fetch(url + address, { method: 'HEAD' })).status).toBe(405);
  const answer = await fetch(url + address);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="heap.svg"; filename*=UTF-8''heap.svg`,
  );
  expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  expect(await answer.text()).toBe('one file');
  await expect.poll(async () => (await fetch(url + address)).status).toBe(404);
});

it.each(['download/', 'download/none', 'download/../index.html', 'download/constructor'])(
  'sends nothing else: %s',
  async (address) => {
    const { url } = await finished();
    const answer = await fetch(url + address);
    expect(await answer.text()).not.toContain('one file');
    expect(answer.headers.get('content-disposition')).toBe(null);
  },
);

it.each([
  ['heap before.svg', `filename="heap_before.svg"; filename*=UTF-8''heap%20before.svg`],
  ['größe’s.svg', `filename="gr__e_s.svg"; filename*=UTF-8''gr%C3%B6%C3%9Fe%E2%80%99s.svg`],
  [`a"b'(c)*.svg`, `filename="a_b__c__.svg"; filename*=UTF-8''a%22b%27%28c%29%2A.svg`],
])('names a file whatever is in its name: %s', (name, header) => {
  expect(attachment(name)).toBe(`attachment; ${header}`);
});
