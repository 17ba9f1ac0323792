import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { topReport } from '../../src/cli/top-report.ts';
import { topText } from '../../src/cli/top-text.ts';
import { sumColumn } from '../../src/core/analysis/column-sums.ts';
import { profileWarnings } from '../../src/core/analysis/profile-warnings.ts';
import { readProfile } from '../../src/engine/read-profile.ts';
import { parseTopOutput } from '../oracle/top-output.ts';

/*
 * A comparison that pprof saved has negative values, and marks the samples before with a label to which
 * its percentages refer. tests/fixtures/ORIGIN.md says how pprof was asked.
 */

const folder = join(import.meta.dirname, '..');
const saved = 'pprof/saved-difference/heap';

it.each(['alloc_objects', 'alloc_space', 'inuse_objects', 'inuse_space'])(
  'a saved difference has pprof’s table of %s',
  async (type) => {
    const bytes = readFileSync(join(folder, `fixtures/${saved}.pb.gz`));
    const profile = await readProfile({ name: '', path: '', bytes }, () => {});
    const report = topReport(profile, {
      sampleType: profile.sampleTypes.findIndex((other) => other.type === type),
      granularity: 'functions',
      inlines: true,
      order: 'flat',
      nodes: null,
      focus: null,
    });
    const expected = readFileSync(join(folder, `golden/${saved}.${type}.top.txt`), 'utf8');
    expect(parseTopOutput(topText(profile, report))).toEqual(parseTopOutput(expected));
    expect(profileWarnings(profile, profile.samples.values.map(sumColumn)).join()).toContain(
      'saved by pprof -diff_base',
    );
  },
);
