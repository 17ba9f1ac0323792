import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileFault } from '../../../src/backend/file-fault.ts';
import { readContents } from '../../../src/backend/investigation/container.ts';
import { INVESTIGATION_VERSION } from '../../../src/backend/investigation/investigation-file.ts';
import { migrated, STEPS } from '../../../src/backend/investigation/migrations.ts';
import { investigationText, parseInvestigation } from '../../../src/backend/investigation/parse.ts';
import { comparison, fileOf, profileView } from '../../helpers/investigations.ts';

const folder = resolve(import.meta.dirname, '../../fixtures/investigation');
const fixtures = readdirSync(folder);

/** What is wrong with a text, for people; '' for nothing. Whatever else it fails with is a defect. */
function refusal(text: string): string {
  try {
    parseInvestigation(text);
    return '';
  } catch (thrown) {
    if (thrown instanceof FileFault) return thrown.message;
    throw thrown;
  }
}

const changed = (change: object) => refusal(JSON.stringify({ ...comparison, ...change }));

describe('what was saved', () => {
  it('is read as it was', () => {
    expect(parseInvestigation(investigationText(comparison))).toEqual(comparison);
    const [, after] = comparison.profiles;
    const single = { ...comparison, ...profileView, profiles: [after] };
    expect(parseInvestigation(JSON.stringify(single))).toEqual(single);
  });

  it('has its format first, by which it is known', () => {
    expect(investigationText(comparison)).toMatch(
      /^\{\n {2}"format": "allocscope investigation",\n/,
    );
  });

  it('may hold what is not known, which is passed over', () => {
    const more = {
      ...comparison,
      extra: 1,
      profiles: comparison.profiles.map((one) => ({ ...one, extra: 2 })),
    };
    expect(parseInvestigation(JSON.stringify(more))).toEqual(comparison);
  });
});

describe('older versions', () => {
  it.each(fixtures)('are read: %s', (name) => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const file = parseInvestigation(readContents(bytes).text);
    expect(file.version).toBe(INVESTIGATION_VERSION);
    expect(file.profiles.map((profile) => profile.name)).toEqual(['heap.pb.gz', 'heap.pb.gz']);
    expect(file.screen.sampleType.type).toBe('alloc_space');
    expect(file.screen.comparison?.divisors).toEqual({ word: 'request', before: 40, after: 80 });
    expect(file.screen.comparison?.rules.renames).toHaveLength(1);
    expect(file.notes).toContain('made twice');
  });

  it('all have a file in tests/fixtures/investigation', () => {
    for (let version = 1; version <= INVESTIGATION_VERSION; version++) {
      expect(
        fixtures.filter((name) => name.startsWith(`version-${version}`)).length,
      ).toBeGreaterThan(0);
    }
  });

  it('are brought to the newest step by step', () => {
    expect(STEPS).toHaveLength(INVESTIGATION_VERSION - 1);
    const steps = [2, 3, 4].map((to) => (file: object) => ({
      ...file,
      steps: [...('steps' in file ? (file.steps as number[]) : []), to],
    }));
    expect(migrated({ version: 1 }, 1, steps)['steps']).toEqual([2, 3, 4]);
    expect(migrated({ version: 3 }, 3, steps)['steps']).toEqual([4]);
    expect(migrated({ version: 4 }, 4, steps)['steps']).toBeUndefined();
  });
});

describe('what makes no sense is told in a sentence', () => {
  it.each([
    ['profiles', []],
    ['profiles', [comparison.profiles[0]]],
    ['profiles', [...comparison.profiles, comparison.profiles[0]]],
    ['profiles', [{ ...comparison.profiles[0], sha256: 'A'.repeat(64) }, comparison.profiles[1]]],
    ['profiles', [{ ...comparison.profiles[0], path: '/p\0' }, comparison.profiles[1]]],
    ['profiles', [{ ...comparison.profiles[0], path: 7 }, comparison.profiles[1]]],
    ['evidence', null],
    ['evidence', [{ ...comparison.evidence[0], side: 'left' }]],
    ['evidence', [{ ...comparison.evidence[0], sha256: '' }]],
    ['evidence', Array.from({ length: 65 }, () => comparison.evidence[0])],
    ['facet', 'nothing'],
    ['screen', { ...comparison.screen, version: 2 }],
    ['screen', { ...comparison.screen, granularity: 'atoms' }],
    [
      'screen',
      { ...comparison.screen, zooms: { both: { weightX0: '0', weightX1: 1, scroll: 0 } } },
    ],
    ['screen', null],
    ['search', { text: 'x'.repeat(10_001), regex: false, caseSensitive: false }],
    ['orientation', 'sideways'],
    ['notes', ['a']],
    ['notes', 'x'.repeat(1_000_001)],
    ['savedBy', null],
    ['version', 0],
    ['version', '1'],
    ['version', 1.5],
  ])('%s (%#)', (part, value) => {
    expect(changed({ [part]: value })).toMatch(new RegExp(`part “${part}” makes no sense.*\\.$`));
  });

  it('says what to do about a newer one', () => {
    expect(changed({ version: 3 })).toBe(
      'It was saved by a newer Allocscope (version 3 of the file): install that one to open it.',
    );
  });

  it.each(['', '[', 'null', '7', '{"format": "allocscope investigation"', '['.repeat(100_000)])(
    'and so is text that is no investigation: %.20s',
    (text) => {
      expect(refusal(text)).toMatch(/^It is .*\.$/);
    },
  );

  it('whatever is changed in the JSON', () => {
    const paths = pathsOf(comparison);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const text = JSON.stringify(replaced(comparison, path, value));
        expect(refusal(text)).toMatch(/^$|^It .*\.$/);
      }),
      { numRuns: 500 },
    );
  });

  it('whatever is changed in the bytes of an archive', async () => {
    const bytes = await fileOf(investigationText(comparison), [
      { sha256: 'b'.repeat(64), bytes: Uint8Array.of(1, 2, 3) },
    ]);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        fc.nat(bytes.length),
        (changes, length) => {
          const broken = bytes.slice(0, length);
          for (const [at, value] of changes) if (at < length) broken[at] = value;
          try {
            const contents = readContents(broken);
            contents.inside('profiles', 'b'.repeat(64));
            parseInvestigation(contents.text);
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(FileFault);
            expect((thrown as Error).message).toMatch(/^It .*\.$/s);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

type Path = readonly (string | number)[];

/** The paths to all values inside of one. */
function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inside = Object.entries(value).flatMap(([key, entry]) => pathsOf(entry, [...at, key]));
  return at.length === 0 ? inside : [at, ...inside];
}

function replaced(value: unknown, [first, ...rest]: Path, by: unknown): unknown {
  if (first === undefined) return by;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  copy[first] = replaced(copy[first], rest, by);
  return copy;
}
