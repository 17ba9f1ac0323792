import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { top } from '../../src/cli/top.ts';
import { encodePprof } from '../../src/core/formats/pprof/encode.ts';
import { arbitraryProfile } from '../helpers/arbitrary-profile.ts';
import { goPprof, goVersion } from '../helpers/go-pprof.ts';
import { scratchFolder } from '../helpers/scratch-folder.ts';

const table = (text: string) => text.split('\n').map((line) => line.trimEnd());

/*
 * Not below zero: pprof up to Go 1.20 adds up samples of equal stacks first, and what cancels out then is missing
 * from its total.
 */
it.skipIf(goVersion === null).each([
  { own: [], pprofs: [] },
  { own: ['--cum'], pprofs: ['-cum'] },
  { own: ['--no-inlines'], pprofs: ['-noinlines'] },
  { own: ['--nodes', '2'], pprofs: ['-nodecount=2'] },
  { own: ['--focus', 'a|d'], pprofs: ['-focus=a|d'] },
])('allocscope top $own prints random profiles as pprof does', async ({ own, pprofs }) => {
  const file = join(await scratchFolder(), 'random.pb');
  await fc.assert(
    fc.asyncProperty(arbitraryProfile({ negative: false }), async ({ profile }) => {
      await writeFile(file, encodePprof(profile));
      const { text } = await top([file, '--sample', 'space', ...own]);
      const expected = await goPprof('-top', '-sample_index=space', ...pprofs, file);
      expect(table(text)).toEqual(table(expected));
    }),
    { numRuns: 15 },
  );
});
