import { expect, it } from 'vitest';
import { pictureFileName } from '../../../src/export/report/picture-file-name.ts';

it.each([
  ['report.md', 'report-sides.png'],
  ['Post mortem (week 48).md', 'Post-mortem-week-48-sides.png'],
  ['v1.2.3.md', 'v1-2-3-sides.png'],
  ['no-ending', 'no-ending-sides.png'],
  ['Übersicht_ключ.md', 'Übersicht_ключ-sides.png'],
  ['U\u0308bersicht.md', 'Übersicht-sides.png'],
  ['a<b>:"c|d?*\\e.md', 'a-b-c-d-e-sides.png'],
  ['../../etc/passwd.md', 'etc-passwd-sides.png'],
  ['evil\u202egnp.md', 'evil-gnp-sides.png'],
  ['con.md', 'report-sides.png'],
  ['LPT1.md', 'report-sides.png'],
  ['.md', 'report-sides.png'],
  ['….md', 'report-sides.png'],
])('beside %s stands %s', (file, picture) => {
  expect(pictureFileName(file, 'sides')).toBe(picture);
});

it('stays a name that file systems take, and cuts no character', () => {
  const name = pictureFileName(`${'ключ'.repeat(100)}.md`, 'difference');
  expect(new TextEncoder().encode(name).length).toBeLessThan(255);
  expect(name).toMatch(/^(ключ)+к?л?ю?-difference\.png$/);
});
