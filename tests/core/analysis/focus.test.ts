import { expect, it } from 'vitest';
import { focusStacks } from '../../../src/core/analysis/focus.ts';
import { GRANULARITIES, indexFrames } from '../../../src/core/analysis/frames.ts';
import { weighStacks } from '../../../src/core/analysis/weights.ts';
import { drawProfile } from '../../helpers/draw-profile.ts';

const profile = drawProfile(`
  types n/count
  main.main@main.go:5;app.encode@enc.go:9   4
  main.main@main.go:6;app.encode@enc.go:12  2
  main.main@main.go:7;app.encoder@other.go:3  1
`);

it.each(GRANULARITIES)('is on the function of a frame, or its file, by %s', (granularity) => {
  const { frames } = indexFrames(profile, granularity, true);
  const name = frames.name.find((text) => text.includes('enc.go') || text === 'app.encode');
  const keeps = focusStacks(profile, { kind: 'frame', name: name ?? '' });
  expect(weighStacks(profile, 0, keeps).allTotal).toBe(6);
});
