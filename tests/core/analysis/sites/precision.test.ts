import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CodeOwner } from '../../../../src/core/analysis/sites/code-owner.ts';
import type { Rule } from '../../../../src/core/evidence/patterns/rule.ts';
import { readProfile } from '../../../../src/engine/read-profile.ts';
import { type Beside, type NamedWay, namedWays } from '../../../helpers/named-sites.ts';

/*
 * How right and how complete the names are, by labels that were given by reading the source. A name counts as
 * right too if it is the more general one of a label, as formatting with fmt is of formatting a simple value;
 * but only the label itself counts as found.
 */

const FIXTURES = 'tests/fixtures';
const GENERAL: Readonly<Record<string, string>> = {
  'sprintf-simple-value': 'fmt-formatting',
  'large-variable-moved-to-heap': 'variable-moved-to-heap',
};

const SIDES = ['before', 'after'] as const;
type Side = (typeof SIDES)[number];

const EVIDENCE = {
  'source and -m=2': { escape: 'escape.txt', source: true },
  'source and -m': { escape: 'escape-m1.txt', source: true },
  'source alone': { escape: null, source: true },
  '-m=2 alone': { escape: 'escape.txt', source: false },
  '-m alone': { escape: 'escape-m1.txt', source: false },
  'the profile alone': { escape: null, source: false },
} as const;

interface Label {
  readonly side: string;
  readonly line: string;
  readonly called: string;
  readonly patterns: readonly string[];
}

const labels: readonly Label[] = readFileSync(`${FIXTURES}/patterns/labels.tsv`, 'utf8')
  .split('\n')
  .filter((text) => text !== '' && !text.startsWith('#'))
  .slice(1)
  .map((text) => {
    const [side = '', line = '', called = '', patterns = ''] = text.split('\t');
    return { side, line, called, patterns: patterns === 'none' ? [] : patterns.split(' ') };
  });

test('names what the labels say, and nothing else', async () => {
  const profiles = await Promise.all(
    SIDES.map(async (side) => [side, await profileOf(side)] as const),
  );
  const report: string[] = [];
  for (const [name, { escape: output, source }] of Object.entries(EVIDENCE)) {
    const tallies = profiles.map(([side, profile]) => {
      const beside: Beside = {
        ...(output === null
          ? {}
          : { escapes: readFileSync(`${FIXTURES}/seed-story/${side}/${output}`, 'utf8') }),
        ...(source
          ? { sources: { folder: `${FIXTURES}/goalloc/${side}`, prefix: '/src/myservice' } }
          : {}),
      };
      return tally(side, namedWays(profile, beside));
    });
    const right = sum(tallies.map((each) => each.right));
    const named = sum(tallies.map((each) => each.named));
    const found = sum(tallies.map((each) => each.found));
    const sought = sum(tallies.map((each) => each.sought));
    report.push(
      `With ${name}: ${named} names, ${right} right (precision ${share(right, named)}); ${found} of ${sought} labels found (recall ${share(found, sought)}).`,
      ...tallies.flatMap(({ notes }) => notes),
      '',
    );
  }
  await expect(report.join('\n')).toMatchFileSnapshot(
    `../../../${'fixtures/patterns/precision.txt'}`,
  );
});

async function profileOf(side: Side) {
  const bytes = readFileSync(`${FIXTURES}/pprof/seed-story/${side}/allocs.pb.gz`);
  return await readProfile({ name: side, path: '', bytes }, () => {});
}

function tally(side: Side, ways: readonly NamedWay[]) {
  const notes: string[] = [];
  let named = 0;
  let right = 0;
  const hits = new Set<string>();
  for (const way of ways) {
    const label = way.site.owner === CodeOwner.own ? labelOf(side, way) : null;
    const place = `${way.path.replace('/src/myservice/', '')}:${way.line}`;
    const called = way.chain.length === 0 ? '' : ` ${way.chain[0]}`;
    for (const { rule, certainty } of way.findings) {
      named++;
      const isRight = label !== null && fits(label, rule);
      if (isRight) right++;
      else notes.push(`  wrong: ${side} ${place}${called} ${certainty} ${rule.pattern}`);
      if (label !== null) hits.add(`${label.line} ${label.called} ${rule.pattern}`);
    }
    if (way.site.owner === CodeOwner.own && label === null)
      notes.push(`  no label: ${side} ${place}${called}`);
  }
  const sought = labels
    .filter((label) => label.side === side)
    .flatMap(({ line, called, patterns }) =>
      patterns.map((pattern) => `${line} ${called} ${pattern}`),
    );
  for (const label of sought) if (!hits.has(label)) notes.push(`  missed: ${side} ${label}`);
  const found = sought.filter((label) => hits.has(label)).length;
  return { named, right, found, sought: sought.length, notes };
}

function fits({ patterns }: Label, { pattern }: Rule): boolean {
  return patterns.some((known) => known === pattern || GENERAL[known] === pattern);
}

/** The label of a way: of what the line calls, or, if there is one, of what allocates beneath that. */
function labelOf(side: Side, { path, line, chain }: NamedWay): Label | null {
  const called = chain[0] ?? '-';
  const of = (name: string) =>
    labels.find(
      (label) =>
        label.side === side &&
        path.endsWith(`/${label.line.split(':')[0]}`) &&
        label.line.endsWith(`:${line}`) &&
        label.called === name,
    );
  return of(`${called} ${chain.at(-1)}`) ?? of(called) ?? null;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const share = (part: number, whole: number) => (part / whole).toFixed(3);
