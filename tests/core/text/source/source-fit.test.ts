import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type FittedSource,
  signsOfOtherSource,
} from '../../../../src/core/text/source/source-fit.ts';

const lines = `package keys

// CacheKey joins.
func CacheKey(tenant string) string {
	key := "cache" + tenant

	return key
}

func other() {
	go func() {}()
}
`.split('\n');

const fitted = (change: Partial<FittedSource>) =>
  signsOfOtherSource({
    lines,
    functionName: 'myservice/keys.CacheKey',
    startLine: 4,
    valued: [5, 7],
    ...change,
  });

describe('a text that is not the one profiled', () => {
  it('gives no sign where it is the one', () => {
    expect(fitted({})).toEqual([]);
    expect(fitted({ startLine: 0 })).toEqual([]);
    expect(fitted({ valued: [] })).toEqual([]);
    expect(
      fitted({ functionName: 'myservice/keys.other.func1', startLine: 11, valued: [11] }),
    ).toEqual([]);
    expect(fitted({ functionName: '', startLine: 0, valued: [5, 11] })).toEqual([]);
    expect(fitted({ functionName: 'memmove', startLine: 0 })).toEqual([]);
  });

  it.each([
    [
      'is too short',
      { valued: [5, 300] },
      'It ends at line 13, and the profile has values at line 300.',
    ],
    ['lost the function', { functionName: 'myservice/keys.Gone' }, 'It declares no Gone.'],
    [
      'has it elsewhere',
      { startLine: 10, valued: [11] },
      'CacheKey does not begin on line 10, as the profile says, but on line 4.',
    ],
    [
      'has it elsewhere, going by the lines alone',
      { startLine: 0, valued: [11] },
      'The profile has values at line 11, outside of CacheKey.',
    ],
    [
      'has no closure there',
      { functionName: 'myservice/keys.other.func1', startLine: 10, valued: [11] },
      null,
    ],
    [
      'has no closure there at all',
      { functionName: 'myservice/keys.other.func1', startLine: 2, valued: [11] },
      'other.func1 does not begin on line 2, as the profile says.',
    ],
    [
      'has nothing to run there',
      { valued: [3, 5, 6] },
      'There is no code on lines 3, 6, which the profile names.',
    ],
  ])('%s', (_, change, sign) => {
    expect(fitted(change)).toEqual(sign === null ? [] : [sign]);
  });

  it('names no more lines than can be read, and no invisible characters', () => {
    const many = Array.from({ length: 9 }, () => '');
    expect(fitted({ lines: many, functionName: '', valued: [1, 2, 3, 4, 5] })).toEqual([
      'There is no code on lines 1, 2, 3 and 2 more, which the profile names.',
    ]);
    expect(fitted({ functionName: 'x.F\u202E' })).toEqual([]);
  });

  it('is told apart from the one profiled in the two versions of a service', () => {
    const read = (side: string) =>
      readFileSync(
        join(
          import.meta.dirname,
          `../../../../resources/example/source/${side}/handlers/handlers.go`,
        ),
        'utf8',
      ).split('\n');
    const checksum = { functionName: 'myservice/handlers.checksum', startLine: 132, valued: [133] };
    expect(signsOfOtherSource({ lines: read('before'), ...checksum })).toEqual([]);
    expect(signsOfOtherSource({ lines: read('after'), ...checksum })).toEqual([
      'checksum does not begin on line 132, as the profile says, but on line 124.',
    ]);
  });
});
