import { expect, it } from 'vitest';
import { changeScale } from '../../../src/core/drawing/change-colors.ts';
import { packageColor } from '../../../src/core/drawing/colors.ts';
import { drawProfile } from '../../helpers/draw-profile.ts';
import { boxesText, dataOfPage, exportPage, textOfPage } from '../../helpers/exported-pages.ts';

const drawn = (name: string, text: string) => ({ name, profile: drawProfile(text) });

const before = drawn(
  'before.pb.gz',
  `
  types alloc_objects/count
  main.main;keys.Build;fmt.Sprintf    600
  main.main;keys.Build                 60
  main.main;log.a                       2
  main.main;log.b                       3
  main.main;log.c                       1
  main.main                           334
  `,
);
const after = drawn(
  'after.pb.gz',
  `
  types alloc_objects/count
  main.main;keys.Build                200
  main.main;cache.Get                 100
  main.main                           700
  `,
);

it('holds the boxes of a profile; those under the share are merged and counted', async () => {
  const page = await exportPage([before], { what: { leastShare: 0.01 } });
  expect(boxesText(dataOfPage(page))).toBe(
    `
all 100.0% 1000 (0)
  main.main 100.0% 1000 (334)
    keys.Build 66.0% 660 (60)
      fmt.Sprintf 60.0% 600 (600)
    +3 0.6% 6 (0)
`.trim(),
  );
  expect(textOfPage(page)).toContain(
    'Boxes under 1.0% of all are merged and counted: 3 boxes in 1 hatched remainder;',
  );
});

it('holds both sides of a comparison, as wide as both together', async () => {
  const page = await exportPage([before, after], { what: { leastShare: 0.01 } });
  expect(boxesText(dataOfPage(page))).toBe(
    `
all 100.0% 1000 (0) → 1000 (0)
  main.main 100.0% 1000 (334) → 1000 (700)
    keys.Build 43.0% 660 (60) → 200 (200)
      fmt.Sprintf 30.0% 600 (600) → 0 (0) removed
    cache.Get 5.0% 0 (0) → 100 (100) added
    +3 0.3% 6 (0) → 0 (0) removed
`.trim(),
  );
});

it('divides the widths and tells by what', async () => {
  const page = await exportPage([before, after], {
    view: {
      base: {
        profile: 1,
        sampleType: 0,
        rules: { tolerant: true, renames: [] },
        fairness: { kind: 'per', before: 100, after: 1000 },
      },
    },
    per: 'request',
    what: { leastShare: 0.01 },
  });
  const data = dataOfPage(page);
  expect(data.compared).toEqual({ scales: [0.01, 0.001], per: 'per request' });
  // 6.6 and 0.2 of 10 and 1.
  expect(boxesText(data)).toContain('keys.Build 61.8% 660 (60) → 200 (200)');
  expect(textOfPage(page)).toContain(
    '100 before and 1,000 after, as the author counted them; values are per request',
  );
});

/** The colour of a function's box in a theme, as the page's stylesheet has it. */
function colorIn(theme: string, page: Uint8Array, name: string): string | undefined {
  const { names, boxes } = dataOfPage(page);
  const fill = boxes.fill[boxes.name.indexOf(names.indexOf(name))];
  const [, properties] =
    new RegExp(`\\[data-theme="${theme}"\\]\\{(--box[^}]*)\\}`).exec(textOfPage(page)) ?? [];
  return new RegExp(`--fill-${fill}:(#[0-9a-f]+)`).exec(properties ?? '')?.[1];
}

it('has the colours of the application in both themes', async () => {
  const page = await exportPage([before]);
  expect(colorIn('light', page, 'fmt.Sprintf')).toBe(packageColor('fmt', 'light'));
  expect(colorIn('dark', page, 'keys.Build')).toBe(packageColor('keys', 'dark'));
  const compared = await exportPage([before, after], { what: { changeColor: 'relative' } });
  expect(colorIn('light', compared, 'fmt.Sprintf')).toBe(changeScale('light').at(0));
  expect(colorIn('dark', compared, 'cache.Get')).toBe(changeScale('dark').at(-1));
});

it('raises the share until a page opens at once, and says so', async () => {
  const leaves = Array.from({ length: 5000 }, (_, at) => `main.main;pkg.f${at} ${5000 - at}`);
  const many = drawn('many.pb.gz', ['types alloc_objects/count', ...leaves].join('\n'));
  const page = await exportPage([many], { what: { leastShare: 0.0001 } });
  const { boxes, leastShare } = dataOfPage(page);
  expect(boxes.width.length).toBeLessThanOrEqual(1400);
  expect(leastShare).toBe(0.0003);
  const merged = boxes.merged.reduce((sum, count) => sum + count, 0);
  const shown = boxes.name.filter((name) => name >= 0).length - 1;
  expect(shown + merged).toBe(5000);
  expect(textOfPage(page)).toContain(
    'Boxes under 0.03% of all (raised from 0.01% so that the page opens quickly) are merged',
  );
});

it('leaves out what is deeper than anybody walks, and says so', async () => {
  const stack = Array.from({ length: 3000 }, (_, at) => `pkg.f${at}`).join(';');
  const page = await exportPage([drawn('deep.pb.gz', `types alloc_objects/count\n${stack} 7`)]);
  expect(dataOfPage(page).boxes.width).toHaveLength(256);
  expect(textOfPage(page)).toContain('2,745 boxes deeper than 256 calls are not shown.');
});

it('says of an empty profile that there is nothing to draw', async () => {
  const page = await exportPage([drawn('empty.pb.gz', 'types alloc_objects/count\nmain.main 0')]);
  expect(textOfPage(page)).toContain('Nothing was measured, so there is nothing to draw.');
});

it('cuts names that would fill the page, between characters', async () => {
  const name = `pkg.${'😀'.repeat(5000)}`;
  const page = await exportPage([drawn('long.pb.gz', `types alloc_objects/count\n${name} 7`)]);
  expect(dataOfPage(page).names).toEqual([`pkg.${'😀'.repeat(498)}…`]);
});
