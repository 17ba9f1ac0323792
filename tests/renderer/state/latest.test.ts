import { expect, it } from 'vitest';
import { Latest, OVERTAKEN } from '../../../src/renderer/state/latest.ts';

/** Work that ends when it is told to, and a record of when it began. */
function controlled(name: string, begun: string[]) {
  let resolve = (_: string) => {};
  let reject = (_: Error) => {};
  const promise = new Promise<string>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  const work = () => {
    begun.push(name);
    return promise;
  };
  return { work, end: () => resolve(name), fail: () => reject(new Error(name)) };
}

it('gives the result of work that nothing overtook', async () => {
  const latest = new Latest();
  expect(await latest.run(() => Promise.resolve(1))).toBe(1);
  expect(await latest.run(() => Promise.resolve(2))).toBe(2);
});

it('starts, of what comes while work is under way, only the newest', async () => {
  const latest = new Latest();
  const begun: string[] = [];
  const [a, b, c] = ['a', 'b', 'c'].map((name) => controlled(name, begun));
  const results = [a, b, c].map((each) => latest.run(each?.work ?? (() => Promise.reject())));
  expect(await results[1]).toBe(OVERTAKEN);
  a?.end();
  expect(await results[0]).toBe(OVERTAKEN);
  c?.end();
  expect(await results[2]).toBe('c');
  expect(begun).toEqual(['a', 'c']);
});

it('keeps the failure of overtaken work to itself, and tells that of the newest', async () => {
  const latest = new Latest();
  const begun: string[] = [];
  const a = controlled('a', begun);
  const b = controlled('b', begun);
  const [first, second] = [latest.run(a.work), latest.run(b.work)];
  a.fail();
  expect(await first).toBe(OVERTAKEN);
  b.fail();
  await expect(second).rejects.toThrow('b');
});

it('drops what is under way', async () => {
  const latest = new Latest();
  const a = controlled('a', []);
  const result = latest.run(a.work);
  latest.drop();
  a.end();
  expect(await result).toBe(OVERTAKEN);
  expect(await latest.run(() => Promise.resolve('next'))).toBe('next');
});
