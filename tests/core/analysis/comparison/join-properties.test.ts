import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JoinKind } from '../../../../src/core/analysis/comparison/join-frames.ts';
import { GRANULARITIES, indexFrames } from '../../../../src/core/analysis/frames.ts';
import { ProfileBuilder } from '../../../../src/core/profile/builder.ts';
import type { Profile } from '../../../../src/core/profile/profile.ts';
import { join, kindName } from './draw-join.ts';

/** Names of which many differ as builds make them differ. */
const name = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('m', 'x.com/m', 'x.com/m/v2', 'x.com/m/v3'),
      fc.constantFrom('F', '(*T).M', 'T[int].M', 'T[...].M', 'F[go.shape.int]'),
      fc.constantFrom('', '.func1', '.func2', '.gowrap1', '.func1.2', '-range1', '.G.func1', '-fm'),
    )
    .map((parts) => `${parts[0]}.${parts[1]}${parts[2]}`),
  fc.constantFrom(
    '',
    'read',
    'm..F',
    'm.F[',
    'm.F]',
    'm.[.func1',
    '.',
    '/',
    'm.F\0.func1',
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const file = fc.constantFrom(
  '',
  'f.go',
  'm/f.go',
  '/src/m/f.go',
  '/mod/x.com/m@v1.2.3/f.go',
  '/',
  'g.go',
);
const small = fc.nat(4);

interface Binary {
  readonly filename: string;
  readonly buildId: string;
  readonly start: bigint;
  readonly limit: bigint;
}

/** Profiles of any functions in the given binaries. */
function profileOf(binaries: fc.Arbitrary<Binary[]>): fc.Arbitrary<Profile> {
  const frame = fc.record({ name, filename: file, startLine: small, line: small });
  const location = fc.record({
    mapping: fc.constantFrom(-1, 0, 0, 0),
    address: small,
    frames: fc.array(frame, { maxLength: 2 }),
  });
  return fc.tuple(binaries, fc.array(location, { maxLength: 12 })).map(([mapped, locations]) => {
    const builder = new ProfileBuilder();
    builder.sampleTypes.push({ type: 'n', unit: 'count' });
    for (const binary of mapped) builder.addMapping(binary);
    for (const { mapping, address, frames } of locations) {
      const lines = frames.map(({ line, ...fn }) => ({ function: builder.addFunction(fn), line }));
      const row = builder.addLocation({ mapping, address: BigInt(address), lines });
      builder.addSample([row], [1]);
    }
    return builder.finish();
  });
}

const profile = profileOf(
  fc.array(
    fc.record({
      filename: fc.constantFrom('', '/a/api', '/b/api'),
      buildId: fc.constantFrom('', 'one', 'other'),
      start: fc.constantFrom(0n, 0x1000n),
      limit: fc.constantFrom(0x3000n, 0x9000n),
    }),
    { minLength: 1, maxLength: 2 },
  ),
);

/** Of one binary, which is not moved to where another lies. */
const unmoved = profileOf(
  fc
    .constantFrom('', 'one', 'other')
    .map((buildId) => [{ filename: '/a/api', buildId, start: 0n, limit: 0x3000n }]),
);

const options = fc.record({
  granularity: fc.constantFrom(...GRANULARITIES),
  tolerant: fc.boolean(),
});

describe('a join of random profiles', () => {
  it('has every frame of either side in exactly one row', () => {
    fc.assert(
      fc.property(profile, profile, options, (before, after, rules) => {
        const joined = join(before, after, rules);
        for (const [side, absent] of [
          ['before', JoinKind.onlyAfter],
          ['after', JoinKind.onlyBefore],
        ] as const) {
          const source = side === 'before' ? before : after;
          const own = indexFrames(source, rules.granularity, true);
          const index = joined[side];
          expect(index.frames).toBe(joined.frames);
          expect(index.frameStart).toEqual(own.frameStart);
          const rowOf = new Map<number, number>();
          own.frameOf.forEach((frame, at) => {
            const row = index.frameOf[at] ?? -1;
            expect(rowOf.get(frame) ?? row).toBe(row);
            rowOf.set(frame, row);
          });
          const covered = new Set(rowOf.values());
          joined.joinedBy.forEach((kind, row) => {
            expect(covered.has(row)).toBe(kind !== absent);
          });
        }
        for (const column of Object.values(joined.frames)) {
          if (typeof column !== 'number') expect(column).toHaveLength(joined.frames.length);
        }
      }),
    );
  });

  it('keeps frames of one side apart', () => {
    fc.assert(
      fc.property(unmoved, unmoved, options, (before, after, rules) => {
        const { joinedBy, nameBefore, frames: joined } = join(before, after, rules);
        joinedBy.forEach((kind, row) => {
          if (kind === JoinKind.exact) expect(nameBefore[row]).toBe(joined.name[row]);
        });
        const rows = (absent: number) => joinedBy.filter((kind) => kind !== absent).length;
        const frames = (side: Profile) => indexFrames(side, rules.granularity, true).frames.length;
        expect(rows(JoinKind.onlyAfter)).toBe(frames(before));
        expect(rows(JoinKind.onlyBefore)).toBe(frames(after));
      }),
    );
  });

  it('of a profile with itself is exact', () => {
    fc.assert(
      fc.property(profile, options, (plain, rules) => {
        const { joinedBy, nameBefore, frames } = join(plain, plain, rules);
        expect(new Set(joinedBy)).toEqual(new Set(joinedBy.length > 0 ? [JoinKind.exact] : []));
        expect(nameBefore).toEqual(frames.name);
      }),
    );
  });

  it('mirrors its kinds where the sides are swapped', () => {
    fc.assert(
      fc.property(unmoved, unmoved, options, (before, after, rules) => {
        const there = join(before, after, rules);
        const back = join(after, before, rules);
        const pairs = (joined: typeof there, isSwapped: boolean) =>
          Array.from(joined.joinedBy, (kind, row) => {
            const name = joined.frames.name[row] ?? '';
            const sides =
              kind === JoinKind.onlyBefore
                ? [name, '']
                : kind === JoinKind.onlyAfter
                  ? ['', name]
                  : [joined.nameBefore[row], name];
            const kindOf =
              kind === JoinKind.onlyBefore || kind === JoinKind.onlyAfter ? 'only' : kindName(kind);
            return JSON.stringify([isSwapped ? sides.reverse() : sides, kindOf]);
          }).sort();
        expect(pairs(back, true)).toEqual(pairs(there, false));
      }),
    );
  });

  it('joins at functions what has one name on both sides under that name', () => {
    fc.assert(
      fc.property(profile, profile, (before, after) => {
        const exact = join(before, after, { tolerant: false });
        const tolerant = join(before, after);
        exact.joinedBy.forEach((kind, row) => {
          if (kind !== JoinKind.exact) return;
          expect(tolerant.joinedBy[row]).toBe(kind);
          expect(tolerant.nameBefore[row]).toBe(exact.nameBefore[row]);
        });
      }),
    );
  });
});

describe('hostile names', () => {
  const many = (text: string, count: number) => text.repeat(count);

  it.each([
    ['brackets that do not close', `m.F${many('[', 100_000)}`],
    ['brackets within brackets', `m.F${many('[', 50_000)}${many(']', 50_000)}`],
    ['ranges without end', `m.F${many('-range1', 20_000)}x`],
    ['closures in closures', `m.F${many('.func1', 20_000)}`],
    ['versions in versions', `x.com${many('/v2', 20_000)}.F`],
    ['digits', `m.F.func${many('9', 100_000)}`],
  ])('take no time that matters: %s', (_, text) => {
    const builder = (suffix: string) => {
      const drawn = new ProfileBuilder();
      drawn.sampleTypes.push({ type: 'n', unit: 'count' });
      const filename = `${many('/a@b!c', 20_000)}${suffix}`;
      const fn = drawn.addFunction({ name: `${text}${suffix}`, filename });
      drawn.addSample([drawn.addLocation({ lines: [{ function: fn }] })], [1]);
      return drawn.finish();
    };
    for (const granularity of GRANULARITIES) {
      expect(join(builder('a'), builder('b'), { granularity }).frames.length).toBeLessThan(3);
    }
  });
});
