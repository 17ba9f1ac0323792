import { join } from 'node:path';
import { expect, it } from 'vitest';
import { drawProfile } from '../../helpers/draw-profile.ts';
import { exportPage, textOfPage } from '../../helpers/exported-pages.ts';

const goldens = join(import.meta.dirname, '../../golden/page');
const drawn = (name: string, text: string) => ({ name, profile: drawProfile(text) });

const before = drawn(
  'before.pb.gz',
  `
  types alloc_objects/count alloc_space/bytes
  period 524288 space/bytes
  main.main;store.(*Cache).Get;fmt.Sprintf   9000000  288000000  bytes=32
  main.main;store.(*Cache).Get               1000000   64000000  bytes=64
  main.main                                   500000    8000000  bytes=16
  `,
);
const after = drawn(
  'after.pb.gz',
  `
  types alloc_objects/count alloc_space/bytes
  period 524288 space/bytes
  main.main;store.(*Cache).Get   2000000  128000000  bytes=64
  main.main;store.key             400000   12800000  bytes=32
  main.main                       500000    8000000  bytes=16
  `,
);

/** What a page says, apart from the reader's script and style, which have tests of their own. */
function saidBy(page: Uint8Array): string {
  return (
    textOfPage(page)
      .replace(/<style>[\s\S]*?<\/style>/, '<style>…</style>')
      .replace(/<script>[\s\S]*?<\/script>/, '<script>…</script>')
      .replace(/'sha256-[^']*'/g, "'sha256-…'")
      // How profiles are encoded is not what is reviewed here.
      .replace(/SHA-256 [0-9a-f]{64}/g, 'SHA-256 …')
  );
}

it('is as reviewed for one profile', async () => {
  const page = await exportPage([after], { what: { leastShare: 0.01, title: 'After the <fix>' } });
  await expect(saidBy(page)).toMatchFileSnapshot(join(goldens, 'profile.html'));
});

it('is as reviewed for a comparison', async () => {
  const page = await exportPage([before, after], { what: { leastShare: 0.01, theme: 'dark' } });
  await expect(saidBy(page)).toMatchFileSnapshot(join(goldens, 'comparison.html'));
});

it('says in a sentence when a comparison has nothing in common', async () => {
  const cpu = drawn('cpu.pb.gz', 'types cpu/nanoseconds\nmain.main 5');
  await expect(exportPage([cpu, after])).rejects.toThrow(
    'These two profiles did not both measure that.',
  );
});
