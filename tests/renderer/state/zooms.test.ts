import { expect, it } from 'vitest';
import {
  createZooms,
  forgetZoom,
  rememberedZoom,
  rememberZoom,
} from '../../../src/renderer/state/zooms.ts';
import { viewOf } from '../../helpers/views.ts';

const view = viewOf(7);
const viewport = { weightX0: 10, weightX1: 20, scroll: 0 };

it('remembers where a view was looked at, for that view only', () => {
  const zooms = createZooms();
  expect(rememberedZoom(zooms, view)).toBeNull();
  rememberZoom(zooms, view, viewport);
  expect(rememberedZoom(zooms, view)).toBe(viewport);
  expect(rememberedZoom(zooms, { ...view, sampleType: 1 })).toBeNull();
  expect(rememberedZoom(zooms, { ...view, profile: 8 })).toBeNull();
});

it('forgets it with the profile, and no other', () => {
  const zooms = createZooms();
  const other = { ...view, profile: 8 };
  rememberZoom(zooms, view, viewport);
  rememberZoom(zooms, other, viewport);
  forgetZoom(zooms, 7);
  expect(rememberedZoom(zooms, view)).toBeNull();
  expect(rememberedZoom(zooms, other)).toBe(viewport);
});
