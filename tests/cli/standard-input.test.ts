import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCli } from '../helpers/run-cli.ts';

const story = (file: string) =>
  readFileSync(new URL(`../../resources/example/before/${file}`, import.meta.url));

let cli: Awaited<ReturnType<typeof buildCli>>;
beforeAll(async () => {
  cli = await buildCli();
});
afterAll(() => cli.remove());

describe('a text on standard input', () => {
  it.each([
    ['as it is', story('gctrace.log')],
    ['with gzip', gzipSync(story('gctrace.log'))],
    [
      'among much else',
      Buffer.concat([Buffer.from('request\n'.repeat(1e5)), story('gctrace.log')]),
    ],
  ])('is searched, %s', async (_, bytes) => {
    const { code, out, err } = await cli.runWith(bytes, 'gctrace', '-');
    expect({ code, err, out: out.split('\n')[0] }).toEqual({
      code: 0,
      err: '',
      out: 'Trace: standard input, 314 collections in 7.493 s',
    });
  });

  it('is refused by its name where nothing is found, or where it is something else', async () => {
    expect([
      (await cli.runWith(new Uint8Array(0), 'gctrace', '-')).err,
      (await cli.runWith(story('gctrace.log'), 'bench', '-')).err,
      (await cli.runWith(story('heap.pb.gz'), 'bench', '-')).err,
    ]).toMatchInlineSnapshot(`
      [
        "allocscope: standard input cannot be opened. It is empty. Capture it again, and look whether the server answered with an error.
      ",
        "allocscope: standard input cannot be opened. There is no benchmark result in it, but 314 collections. Save what “go test -bench . -benchmem -count 10” prints.
      ",
        "allocscope: standard input cannot be opened. It is a profile, not a text. See it with “allocscope top”.
      ",
      ]
    `);
  });
});
