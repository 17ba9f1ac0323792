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
const PATTERNS = `${FIXTURES}/patterns`;

const GENERAL: Readonly<Record<string, string | readonly string[]>> = {
  'sprintf-simple-value': 'fmt-formatting',
  'large-variable-moved-to-heap': 'variable-moved-to-heap',
  'buffer-per-call': 'made-with-make',
  'pooled-buffer-growth': 'growing-buffer',
  'pooled-buffer-copy': ['slice-copy', 'library-result'],
  'pool-put-boxing': 'interface-boxing',
};

/** A profile with what there may be beside it. */
interface Case {
  readonly name: string;
  readonly profile: string;
  readonly labels: string;
  /** Outputs of the compiler, by what they are called. */
  readonly escapes: Readonly<Record<string, string>>;
  readonly sources: { readonly folder: string; readonly prefix: string };
}

const seedStory = (side: string): Case => ({
  name: side,
  profile: `${FIXTURES}/pprof/seed-story/${side}/allocs.pb.gz`,
  labels: `${PATTERNS}/labels.tsv`,
  escapes: {
    '-m=2': `${FIXTURES}/seed-story/${side}/escape.txt`,
    '-m': `${FIXTURES}/seed-story/${side}/escape-m1.txt`,
  },
  sources: { folder: `resources/example/source/${side}`, prefix: '/src/myservice' },
});

const traps: Case = {
  name: 'traps',
  profile: `${PATTERNS}/traps/allocs.pb.gz`,
  labels: `${PATTERNS}/traps/labels.tsv`,
  escapes: { '-m=2': `${PATTERNS}/traps/escape.txt` },
  sources: { folder: `${PATTERNS}/traps`, prefix: '/tmp/pt/traps' },
};

test.each([
  ['the seed story', [seedStory('before'), seedStory('after')], 'precision.txt'],
  ['a program of traps', [traps], 'traps/precision.txt'],
] as const)('names what the labels of %s say, and nothing else', async (_, cases, golden) => {
  const profiles = await Promise.all(cases.map(({ profile }) => profileOf(profile)));
  const report: string[] = [];
  for (const compiler of [...Object.keys(cases[0].escapes), '']) {
    for (const hasSource of [true, false]) {
      const tallies = cases.map((each, i) => {
        const labels = readLabels(each.labels).filter(({ side }) => side === each.name);
        const output = each.escapes[compiler];
        const beside: Beside = {
          ...(output === undefined ? {} : { escapes: readFileSync(output, 'utf8') }),
          ...(hasSource ? { sources: each.sources } : {}),
        };
        const profile = profiles[i];
        if (profile === undefined) throw new Error('A profile is missing.');
        return tally(each, labels, namedWays(profile, beside));
      });
      report.push(
        summary(compiler, hasSource, tallies),
        ...tallies.flatMap(({ notes }) => notes),
        '',
      );
    }
  }
  await expect(report.join('\n')).toMatchFileSnapshot(`../../../fixtures/patterns/${golden}`);
});

function summary(compiler: string, hasSource: boolean, tallies: readonly Tally[]): string {
  const total = (of: (each: Tally) => number) => tallies.reduce((sum, each) => sum + of(each), 0);
  const named = total((each) => each.named);
  const right = total((each) => each.right);
  const found = total((each) => each.found);
  const sought = total((each) => each.sought);
  const beside = ['the profile', compiler, hasSource ? 'the source' : ''].filter(
    (part) => part !== '',
  );
  return `With ${beside.join(', ')}: ${named} names, ${right} right (precision ${share(right, named)}); ${found} of ${sought} labels found (recall ${share(found, sought)}).`;
}

interface Label {
  readonly side: string;
  readonly line: string;
  readonly called: string;
  readonly patterns: readonly string[];
}

function readLabels(file: string): readonly Label[] {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((text) => text !== '' && !text.startsWith('#'));
  return rows.slice(1).map((text) => {
    const [side = '', line = '', called = '', patterns = ''] = text.split('\t');
    return { side, line, called, patterns: patterns === 'none' ? [] : patterns.split(' ') };
  });
}

async function profileOf(file: string) {
  return await readProfile({ name: file, path: '', bytes: readFileSync(file) }, () => {});
}

interface Tally {
  readonly named: number;
  readonly right: number;
  readonly found: number;
  readonly sought: number;
  readonly notes: readonly string[];
}

function tally(
  { name, sources }: Case,
  labels: readonly Label[],
  ways: readonly NamedWay[],
): Tally {
  const notes: string[] = [];
  const hits = new Set<string>();
  let named = 0;
  let right = 0;
  for (const way of ways) {
    const place = `${way.path.replace(`${sources.prefix}/`, '')}:${way.line}`;
    const called = way.chain.length === 0 ? '' : ` ${way.chain[0]}`;
    const isOwn = way.site.owner === CodeOwner.own;
    const label = isOwn ? labelOf(labels, place, way.chain) : null;
    if (isOwn && label === null) notes.push(`  no label: ${name} ${place}${called}`);
    for (const { rule, certainty } of way.findings) {
      named++;
      if (label !== null && fits(label, rule)) right++;
      else notes.push(`  wrong: ${name} ${place}${called} ${certainty} ${rule.pattern}`);
      if (label !== null) hits.add(`${label.line} ${label.called} ${rule.pattern}`);
    }
  }
  const sought = labels.flatMap(({ line, called, patterns }) =>
    patterns.map((pattern) => `${line} ${called} ${pattern}`),
  );
  for (const label of sought) if (!hits.has(label)) notes.push(`  missed: ${name} ${label}`);
  const found = sought.filter((label) => hits.has(label)).length;
  return { named, right, found, sought: sought.length, notes };
}

function fits({ patterns }: Label, { pattern }: Rule): boolean {
  return patterns.some((known) => known === pattern || [GENERAL[known]].flat().includes(pattern));
}

/** The label of a way: of what the line calls, or, if there is one, of what allocates beneath that. */
function labelOf(labels: readonly Label[], place: string, chain: readonly string[]): Label | null {
  const called = chain[0] ?? '-';
  const of = (name: string) =>
    labels.find((label) => label.line === place && label.called === name);
  return of(`${called} ${chain.at(-1)}`) ?? of(called) ?? null;
}

const share = (part: number, whole: number) => (part / whole).toFixed(3);
