import { expect, it } from 'vitest';
import { checkProfile } from '../../src/core/profile/check-profile.ts';
import { drawProfile } from './draw-profile.ts';
import { foldedText } from './folded-text.ts';

const drawing = `types alloc_objects/count alloc_space/bytes
period 524288 space/bytes
default alloc_space
comment drawn by hand
main@main.go:7;handle;buildKey@key.go:12 3 96 bytes=32
main@main.go:7;handle;encode>marshal>grow@slice.go:3 1 64 tenant=blue wait=5ms
main@main.go:7;[0x40] -1 -8
- 1 8
`;

it('draws a profile, and gives the drawing back', () => {
  const profile = drawProfile(drawing);
  expect(checkProfile(profile)).toEqual([]);
  expect(foldedText(profile)).toBe(drawing);
});

it('shares stacks, locations and functions', () => {
  const { stacks, locations, functions } = drawProfile(drawing);
  expect([stacks.length, locations.length, functions.length]).toEqual([5, 5, 6]);
});

it('draws where functions start, addresses of lines, and the binaries they lie in', () => {
  const { functions, lines, locations, mappings } = drawProfile(`
    types n/count
    [0x40]main@main.go:7^5  1
    binary /srv/api 0x1000-0x8000 id
    [0x1040]main@main.go:7^5;[0x1080]  1
  `);
  expect(Array.from(functions.startLine)).toEqual([5]);
  expect(Array.from(lines.line)).toEqual([7, 7]);
  expect(Array.from(locations.address)).toEqual([0x40n, 0x1040n, 0x1080n]);
  expect(Array.from(locations.mapping)).toEqual([-1, 0, 0]);
  expect([mappings.filename, mappings.buildId]).toEqual([['/srv/api'], ['id']]);
  expect([mappings.start[0], mappings.limit[0]]).toEqual([0x1000n, 0x8000n]);
});

it('does not guess at values that are not drawn', () => {
  expect(() => drawProfile('types a/b c/d\nmain 1')).toThrow('no 2 values after main');
});
