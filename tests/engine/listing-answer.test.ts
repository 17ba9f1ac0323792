import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { View } from '../../src/bridge/engine-api.ts';
import type { ListedLines, SideListing } from '../../src/bridge/frames-api.ts';
import type { LineSums } from '../../src/core/analysis/listing/function-lines.ts';
import { listingAnswers } from '../../src/engine/listing-answer.ts';
import { OpenComparison } from '../../src/engine/open-comparison.ts';
import { OpenProfile } from '../../src/engine/open-profile.ts';
import { readProfile } from '../../src/engine/read-profile.ts';
import type { Subject } from '../../src/engine/subject.ts';
import { drawProfile } from '../helpers/draw-profile.ts';
import { wholeView } from '../helpers/views.ts';
import { parseListOutput } from './list-output.ts';

const tests = join(import.meta.dirname, '..');

const view = wholeView;

function listed(subject: Subject, name: string, of: Partial<View> = {}): readonly SideListing[] {
  const asked = { ...view, ...of };
  const frame = subject.frames(asked).table.name.indexOf(name);
  return listingAnswers.listing(subject, { view: asked, frame });
}

/** `line: flat cum` of each line. */
const drawn = ({ line, flat, cum }: LineSums) =>
  Array.from(line, (number, row) => `${number}: ${flat[row]} ${cum[row]}`);

/** A listing as text, places under a heading each. */
function picture(sides: readonly SideListing[], which: 'own' | 'all' = 'own'): string {
  return sides
    .flatMap(({ flat, cum, scale, places }) => [
      `flat ${flat} cum ${cum} × ${scale}`,
      ...places.flatMap((place) => [
        `  ${place.functionName || '(all)'} in ${place.file}, from ${place.startLine}`,
        ...drawn(place[which]).map((row) => `    ${row}`),
      ]),
    ])
    .join('\n');
}

const open = (drawing: string) => new OpenProfile(drawProfile(drawing));

const service = `
  types alloc_objects/count
  main.main@main.go:5^3;api.walk@walk.go:12^10;api.walk@walk.go:14^10;api.leaf@walk.go:21^20  4
  main.main@main.go:5^3;api.walk@walk.go:12^10;api.walk@walk.go:12^10                          2
  main.main@main.go:6^3>api.walk@walk.go:12^10>api.walk.func1@walk.go:12^12                    1
`;

describe('the lines of a function', () => {
  it('count a sample once for each line however often that recurs', () => {
    expect(picture(listed(open(service), 'api.walk'))).toMatchInlineSnapshot(`
      "flat 2 cum 7 × 1
        api.walk in walk.go, from 10
          12: 2 7
          14: 0 4"
    `);
  });

  it('are those of all functions of its file where that is asked for', () => {
    expect(picture(listed(open(service), 'api.walk'), 'all')).toMatchInlineSnapshot(`
      "flat 2 cum 7 × 1
        api.walk in walk.go, from 10
          12: 3 7
          14: 0 4
          21: 4 4"
    `);
  });

  it('are the same for a frame that is one line of it, and without inlines the physical ones', () => {
    const profile = open(service);
    const whole = listed(profile, 'api.walk')[0]?.places;
    expect(listed(profile, 'api.walk walk.go:14', { granularity: 'lines' })[0]?.places).toEqual(
      whole,
    );
    expect(picture(listed(profile, 'api.walk', { inlines: false }))).toMatchInlineSnapshot(`
      "flat 2 cum 6 × 1
        api.walk in walk.go, from 10
          12: 2 6
          14: 0 4"
    `);
  });

  it('are those of a file for a frame that is a file', () => {
    expect(
      picture(listed(open(service), 'walk.go', { granularity: 'files' })),
    ).toMatchInlineSnapshot(`
      "flat 2 cum 7 × 1
        (all) in walk.go, from 0
          12: 3 7
          14: 0 4
          21: 4 4"
    `);
  });

  it('stand under each file of a function that is in several, and under none where no file is known', () => {
    const scattered = open(`
      types n/count
      main.init@a.go:3;b.F@b.go:1  1
      main.init@b.go:4;b.F@b.go:2  5
      main.init@b.go:0             2
      nowhere                      1
    `);
    expect(picture(listed(scattered, 'main.init'))).toMatchInlineSnapshot(`
      "flat 2 cum 8 × 1
        main.init in b.go, from 0
          0: 2 2
          4: 0 5
        main.init in a.go, from 0
          3: 0 1"
    `);
    expect(picture(listed(scattered, 'nowhere'))).toBe('flat 1 cum 1 × 1');
  });

  it('follow the focus', () => {
    const focus = { kind: 'frame', name: 'api.leaf' } as const;
    expect(picture(listed(open(service), 'api.walk', { focus }))).toMatchInlineSnapshot(`
      "flat 0 cum 4 × 1
        api.walk in walk.go, from 10
          12: 0 4
          14: 0 4"
    `);
  });
});

describe('in a comparison', () => {
  it('each side has its own lines, under the name that it has there, and its own scale', () => {
    const before = open(`
      types alloc_objects/count
      main.main@main.go:5;api.F[go.shape.int]@api.go:12  40
      main.main@main.go:5;api.gone@api.go:30             8
    `);
    const after = open(`
      types alloc_objects/count
      main.main@main.go:7;api.F[...]@api.go:15  10
    `);
    const base = {
      profile: 2,
      sampleType: 0,
      rules: { tolerant: true, renames: [] },
      fairness: { kind: 'per', before: 4, after: 2 },
    } as const;
    const comparison = new OpenComparison(before, after);
    expect(picture(listed(comparison, 'api.F[...]', { base }))).toMatchInlineSnapshot(`
      "flat 40 cum 40 × 0.25
        api.F[go.shape.int] in api.go, from 0
          12: 40 40
      flat 10 cum 10 × 0.5
        api.F[...] in api.go, from 0
          15: 10 10"
    `);
    expect(picture(listed(comparison, 'api.gone', { base }))).toMatchInlineSnapshot(`
      "flat 8 cum 8 × 0.25
        api.gone in api.go, from 0
          30: 8 8
      flat 0 cum 0 × 0.5"
    `);
  });
});

describe('against go tool pprof -list', () => {
  const cases = ['before', 'after'].flatMap((side) =>
    ['heap.alloc_objects', 'heap.inuse_space', 'cpu.cpu'].map((of) => `${side}.${of}`),
  );

  it.each(cases)('%s agrees line by line', async (name) => {
    const [side = '', kind = '', sampleType = ''] = name.split('.');
    const file = `fixtures/pprof/seed-story/${side}/${kind}.pb.gz`;
    const bytes = readFileSync(join(tests, file));
    const profile = await readProfile({ name: file, path: '', bytes }, () => {});
    const type = profile.sampleTypes.findIndex((one) => one.type === sampleType);
    const opened = new OpenProfile(profile);
    const routines = parseListOutput(
      readFileSync(join(tests, 'golden/pprof/list', `${name}.txt`), 'utf8'),
    );
    expect(routines.length).toBeGreaterThan(4);
    for (const routine of routines) {
      const [ours] = listed(opened, routine.name, { sampleType: type });
      const place = ours?.places[0] as ListedLines;
      expect(place.file).toBe(`/src/myservice/${routine.file}`);
      const valued = routine.lines.filter(({ flat, cum }) => flat !== 0 || cum !== 0);
      expect(drawn(place.own), routine.name).toEqual(
        valued.map(({ line, flat, cum }) => `${line}: ${flat} ${cum}`),
      );
    }
  });
});
