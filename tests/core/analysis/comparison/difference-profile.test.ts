import { describe, expect, it } from 'vitest';
import { differenceProfile } from '../../../../src/core/analysis/comparison/difference-profile.ts';
import { withJoinedNames } from '../../../../src/core/analysis/comparison/joined-names.ts';
import { ontoMappings } from '../../../../src/core/analysis/comparison/onto-mappings.ts';
import { checkProfile } from '../../../../src/core/profile/check-profile.ts';
import type { Profile } from '../../../../src/core/profile/profile.ts';
import { drawProfile } from '../../../helpers/draw-profile.ts';
import { foldedText } from '../../../helpers/folded-text.ts';
import { type JoinOptions, join } from './draw-join.ts';

/** After less before, with the names that their frames were joined under. */
function difference(before: Profile, after: Profile, options: JoinOptions = {}): Profile {
  const moved = ontoMappings(before, after);
  const { granularity = 'functions' } = options;
  const named = withJoinedNames(moved, join(before, after, options).before, { granularity });
  const saved = differenceProfile(
    { profile: named, values: before.samples.values },
    { profile: after, values: after.samples.values },
    after.sampleTypes,
  );
  expect(checkProfile(saved)).toEqual([]);
  return saved;
}

const drawn = (profile: Profile) => foldedText(profile).trimEnd().split('\n');

describe('a difference as one profile', () => {
  it('has the samples after, then those before, negated and marked', () => {
    const before = drawProfile(`
      types n/count b/bytes
      main;encode  5 80  tenant=blue
      main;idle    0 0
      -            1 8
    `);
    const after = drawProfile(`
      types n/count b/bytes
      main;encode  2 32  tenant=blue
      main;check   1 16
    `);
    expect(drawn(difference(before, after))).toEqual([
      'types n/count b/bytes',
      'main;encode 2 32 tenant=blue',
      'main;check 1 16',
      'main;encode -5 -80 tenant=blue pprof::base=true',
      '- -1 -8 pprof::base=true',
    ]);
  });

  it('marks samples of a saved difference once', () => {
    const before = drawProfile('types n/count\nmain 5 pprof::base=false tenant=blue');
    const after = drawProfile('types n/count\nmain 4 pprof::base=true');
    expect(drawn(difference(before, after))).toEqual([
      'types n/count',
      'main 4 pprof::base=true',
      'main -5 tenant=blue pprof::base=true',
    ]);
  });

  it('writes functions before under the names that they were joined by, and keeps their own', () => {
    const before = drawProfile('types n/count\nmain.run;main.run.func1  5');
    const after = drawProfile('types n/count\nmain.run;main.run.func2  4');
    const options: JoinOptions = {
      renames: [{ pattern: 'main\\.run\\.func1', replacement: 'main.run.func2' }],
    };
    const saved = difference(before, after, options);
    expect(drawn(saved)).toEqual([
      'types n/count',
      'main.run;main.run.func2 4',
      'main.run;main.run.func2 -5 pprof::base=true',
    ]);
    expect(saved.functions.systemName).toContain('main.run.func1');
  });

  it('moves lines with their function where lines are told apart', () => {
    const before = drawProfile('types n/count\nm@m.go:1;run@m.go:12^10>in@m.go:31^30  5');
    const after = drawProfile('types n/count\nm@m.go:1;run@m.go:22^20>in@m.go:41^40  4');
    expect(drawn(difference(before, after, { granularity: 'lines' })).slice(1)).toEqual([
      'm@m.go:1;run@m.go:22>in@m.go:41 4',
      'm@m.go:1;run@m.go:22>in@m.go:41 -5 pprof::base=true',
    ]);
    expect(drawn(difference(before, after)).at(-1)).toBe(
      'm@m.go:1;run@m.go:12>in@m.go:31 -5 pprof::base=true',
    );
  });

  it('names what a rule named that has no lines', () => {
    const before = drawProfile('types n/count\nbinary /lib/libc.so 0x1000-0x2000 a\n[0x1010] 3');
    const after = drawProfile('types n/count\nmain 4');
    const renames = [{ pattern: '\\[libc\\.so\\]', replacement: 'libc' }];
    expect(drawn(difference(before, after, { renames })).at(-1)).toBe('libc -3 pprof::base=true');
  });

  it('has one mapping where pprof merges them, and moves addresses along', () => {
    const before = drawProfile('types n/count\nbinary /srv/api 0x1000-0x3000 id\n[0x1010]main 1');
    const after = drawProfile('types n/count\nbinary /srv/api 0x9000-0xb000 id\n[0x9010]main 1');
    const other = drawProfile('types n/count\nbinary /srv/old 0x1000-0x3000 no\n[0x1010]main 1');
    const same = difference(before, after);
    expect(same.mappings.filename).toEqual(['/srv/api']);
    expect([...same.locations.address]).toEqual([0x9010n, 0x9010n]);
    const two = difference(other, after);
    expect(two.mappings.filename).toEqual(['/srv/api', '/srv/old']);
    expect([...two.locations.mapping]).toEqual([0, 1]);
    expect([...two.locations.address]).toEqual([0x9010n, 0x1010n]);
  });

  it('tells the facts of both', () => {
    const facts = { timeNanos: 5n, durationNanos: 3n, period: 4, comments: ['a', 'b'] };
    const others = { timeNanos: 2n, durationNanos: 4n, period: 2, comments: ['b', 'c'] };
    const profile = drawProfile('types n/count\nmain 1');
    const saved = difference({ ...profile, ...others }, { ...profile, ...facts });
    expect(saved).toMatchObject({
      timeNanos: 2n,
      durationNanos: 7n,
      period: 4,
      comments: ['a', 'b', 'c'],
    });
  });
});
