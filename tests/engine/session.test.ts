import { describe, expect, it } from 'vitest';
import { encodePprof } from '../../src/core/formats/pprof/encode.ts';
import { Cancelled } from '../../src/core/profile/progress.ts';
import { Session } from '../../src/engine/session.ts';
import { drawProfile } from '../helpers/draw-profile.ts';
import { wholeView } from '../helpers/views.ts';

const view = wholeView;

function fileOf(drawing: string) {
  return { name: 'drawn.pb', path: '', bytes: encodePprof(drawProfile(drawing)) };
}

const widthOf = (session: Session, profile: number) =>
  session.answer('slice', { view: { ...view, profile }, window: null, side: null }).weight[0];

describe('a session', () => {
  it('answers about the profiles that it opened, each by its id', async () => {
    const session = new Session();
    await session.openProfile(1, fileOf('types n/count\nmain 5'), () => {});
    const summary = await session.openProfile(2, fileOf('types n/count\nmain 8'), () => {});
    expect(summary).toMatchObject({ id: 2, name: 'drawn.pb', totals: [8] });
    expect([widthOf(session, 1), widthOf(session, 2)]).toEqual([5, 8]);
  });

  it('forgets what it knew of a profile that is replaced or closed', async () => {
    const session = new Session();
    await session.openProfile(1, fileOf('types n/count\nmain 5'), () => {});
    expect(widthOf(session, 1)).toBe(5);
    await session.openProfile(1, fileOf('types n/count\nmain 6'), () => {});
    expect(widthOf(session, 1)).toBe(6);
    session.close(1);
    expect(() => widthOf(session, 1)).toThrow('That profile is not open any more.');
  });

  it('keeps the open profile when a replacement fails or is cancelled', async () => {
    const session = new Session();
    await session.openProfile(1, fileOf('types n/count\nmain 5'), () => {});
    const broken = { name: 'broken.pb', path: '', bytes: Uint8Array.of(0x1f, 0x8b, 8) };
    await expect(session.openProfile(1, broken, () => {})).rejects.toThrow(
      /^broken\.pb cannot be opened/,
    );
    const cancel = () => {
      throw new Cancelled();
    };
    await expect(session.openProfile(1, fileOf('types n/count\nmain 6'), cancel)).rejects.toThrow(
      Cancelled,
    );
    expect(widthOf(session, 1)).toBe(5);
  });
});
