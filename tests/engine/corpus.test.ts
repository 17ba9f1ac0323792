import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkProfile } from '../../src/core/profile/check-profile.ts';
import { ProfileFault } from '../../src/core/profile/fault.ts';
import type { Profile } from '../../src/core/profile/profile.ts';
import { readProfile } from '../../src/engine/read-profile.ts';
import { dataFolder, hasOracle, legacyFormats, textProfiles } from '../oracle/oracle-data.ts';

/*
 * Every file of the collection beside the project becomes a sound profile or a sentence, as pprof has
 * it (oracle/STATUS.tsv), with the counts of an independent walk of the protobuf (oracle/pprofstat.tsv).
 */

describe.skipIf(!hasOracle)('the collection of real files', () => {
  it('becomes sound profiles and sentences, as pprof has it', async () => {
    const status = new Map(table('STATUS.tsv').map(([path = '', verdict]) => [path, verdict]));
    const stats = new Map(table('pprofstat.tsv').map(([path = '', ...row]) => [path, row]));
    const counted = { profiles: 0, sentences: 0, agreed: 0, disagreed: 0, counts: 0, stale: 0 };
    for (const path of filesIn('corpus', 'seed-story')) {
      const outcome = await read(path);
      if (typeof outcome === 'string') {
        expect(outcome, path).toMatch(/ cannot be opened\. [A-Z].*\.$/);
        counted.sentences++;
      } else {
        expect(checkProfile(outcome), path).toEqual([]);
        counted.profiles++;
      }
      const verdict = status.get(path);
      if (verdict !== undefined) {
        const agrees = (verdict === 'ok') === (typeof outcome !== 'string');
        expect(agrees, `${path}: pprof says ${verdict}`).toBe(!legacyFormats.has(path));
        counted[agrees ? 'agreed' : 'disagreed']++;
      }
      const row = stats.get(path);
      if (row === undefined || typeof outcome === 'string' || textProfiles.has(path)) continue;
      // The walk of the seed-story profiles was of an earlier capture: the sizes differ.
      if (Number(row[0]) !== statSync(join(dataFolder, path)).size) {
        counted.stale++;
      } else {
        expect(countsOf(outcome), path).toEqual(expectedCounts(row, outcome));
        counted.counts++;
      }
    }
    expect(counted.disagreed).toBe(legacyFormats.size);
    process.stdout.write(`collection: ${JSON.stringify(counted)}\n`);
  }, 120_000);
});

/** The columns of pprofstat.tsv after path, bytes, compression and raw_bytes. */
function countsOf(profile: Profile): object {
  return {
    samples: profile.samples.length,
    locations: profile.locations.length,
    functions: profile.functions.length,
    mappings: profile.mappings.length,
    strings: profile.labels.text.length,
    depth: deepest(profile),
    types: profile.sampleTypes.map(({ type, unit }) => `${type}/${unit}`).join(),
    defaultType: profile.defaultSampleType,
    period: `${profile.periodType?.type ?? ''}/${profile.periodType?.unit ?? ''}:${profile.period}`,
    emptyStacks: profile.samples.stack.filter((row) => row < 0).length,
    strLabels: profile.labels.str.filter((text) => text !== 0).length,
    comments: profile.comments.length,
  };
}

function expectedCounts(row: readonly string[], profile: Profile): object {
  const [, , , samples, locations, functions, mappings, strings, depth, types, ...rest] = row;
  const [defaultType, period, features = ''] = rest;
  const feature = (name: string) =>
    Number(new RegExp(`(?:^|;)${name}=(\\d+)`).exec(features)?.[1] ?? 0);
  return {
    samples: Number(samples),
    locations: Number(locations),
    functions: Number(functions),
    mappings: Number(mappings),
    strings: Number(strings),
    // The walk measured stacks before the frames to drop were cut.
    depth: profile.dropFrames === '' ? Number(depth) : deepest(profile),
    types,
    defaultType,
    period,
    emptyStacks: feature('empty_stacks'),
    strLabels: feature('str_labels'),
    comments: feature('comments'),
  };
}

/** Locations in the deepest stack. */
function deepest({ stacks }: Profile): number {
  const depths = new Int32Array(stacks.length);
  stacks.parent.forEach((parent, row) => {
    depths[row] = (depths[parent] ?? 0) + 1;
  });
  return depths.reduce((most, depth) => Math.max(most, depth), 0);
}

async function read(path: string): Promise<Profile | string> {
  try {
    const bytes = readFileSync(join(dataFolder, path));
    return await readProfile({ name: path, path: '', bytes }, () => {});
  } catch (thrown) {
    if (thrown instanceof ProfileFault) return thrown.message;
    throw thrown;
  }
}

function table(name: string): string[][] {
  const lines = readFileSync(join(dataFolder, 'oracle', name), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => line.split('\t'));
}

function filesIn(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(dataFolder, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        relative(dataFolder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
      ),
  );
}
