import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../../../src/core/evidence/patterns/rules/index.ts';
import { type CaseOfRule, parseCases, verdictOn } from '../../../helpers/pattern-cases.ts';

/*
 * Each rule has a file of cases by its name: lines that it names, and lines that only look like those. They are
 * judged by all rules together, as sites are.
 */

const FOLDER = 'tests/fixtures/patterns/cases';

const casesOf = (pattern: string): CaseOfRule[] =>
  parseCases(readFileSync(`${FOLDER}/${pattern}.txt`, 'utf8'));

it('has cases of every rule, and of no other', () => {
  const files = readdirSync(FOLDER).map((name) => name.replace(/\.txt$/, ''));
  expect(files.sort()).toEqual(RULES.map(({ pattern }) => pattern).sort());
});

describe.each(RULES.map(({ pattern }) => pattern))('%s', (pattern) => {
  const cases = casesOf(pattern);

  it('has cases for and against it', () => {
    expect(cases.some(({ verdict }) => verdict !== 'no')).toBe(true);
    expect(cases.some(({ verdict }) => verdict === 'no')).toBe(true);
  });

  it.each(cases.map((one) => [one.verdict, one.title, one] as const))('%s: %s', (_, __, one) => {
    expect(verdictOn(one, pattern, RULES)).toBe(one.verdict);
  });
});
