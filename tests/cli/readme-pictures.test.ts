import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { difference, pngPixels } from '../helpers/png-pixels.ts';
import { buildCli } from '../helpers/run-cli.ts';
import { scratchFolder } from '../helpers/scratch-folder.ts';

const folder = resolve(import.meta.dirname, '../../docs/pictures');
const { environment, pictures } = JSON.parse(
  readFileSync(join(folder, 'exported.json'), 'utf8'),
) as {
  readonly environment: Record<string, string>;
  readonly pictures: Record<string, string>;
};
let cli: Awaited<ReturnType<typeof buildCli>>;

beforeAll(async () => {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  cli = await buildCli();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await cli.remove();
});

it.each(Object.entries(pictures))(
  '%s of the README is what allocscope export makes: else `npm run pictures`',
  async (file, args) => {
    const to = join(await scratchFolder(), file);
    expect(await cli.run('export', ...args.split(' '), '--to', to)).toMatchObject({ code: 0 });
    const [made, shown] = [readFileSync(to), readFileSync(join(folder, file))];
    // Other builds of zlib may pack the same pixels otherwise.
    const isSame = made.equals(shown) || difference(pngPixels(made), pngPixels(shown)).mean < 0.01;
    expect(isSame).toBe(true);
  },
  60_000,
);
