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

it('does not guess at values that are not drawn', () => {
  expect(() => drawProfile('types a/b c/d\nmain 1')).toThrow('no 2 values after main');
});
