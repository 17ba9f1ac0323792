import { statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { View } from '../../src/bridge/engine-api.ts';
import { resolveUnit } from '../../src/core/units/unit-families.ts';
import type { ExportTools } from '../../src/export/tools.ts';
import { FrameTexts } from '../../src/words/frame-texts.ts';
import { exportedBytes } from '../export/data/exported.ts';
import { exportTools } from '../helpers/export-tools.ts';
import { goPprof, goVersion } from '../helpers/go-pprof.ts';
import { scratchFolder } from '../helpers/scratch-folder.ts';
import { comparedView, wholeView } from '../helpers/views.ts';
import {
  dataFolder,
  hasOracle,
  legacyFormats,
  namedInComments,
  oracleProfiles,
} from './oracle-data.ts';
import { parseTopOutput } from './top-output.ts';

/*
 * Exported profiles, read by the `go tool pprof` that is installed. Skipped where there is no Go, or where
 * the profiles are not beside the project.
 */

const counts = { profiles: 0, rows: 0 };
const noBase = { kind: 'asMeasured' } as const;
const exact = { tolerant: false, renames: [] };
const tolerant = { tolerant: true, renames: [] };

/** Larger ones take `go tool pprof` too long. */
const MOST_BYTES = 2 ** 17;

const slow = { timeout: 300_000 };

describe.skipIf(goVersion === null || !hasOracle)('go tool pprof on exported profiles', () => {
  const story = ['heap', 'allocs', 'cpu', 'mutex', 'block', 'goroutine'];

  it.each(story)('of the example’s %s shows what it shows of the original', slow, async (kind) => {
    const path = join(dataFolder, 'seed-story/before', `${kind}.pb.gz`);
    const tools = await exportTools([path]);
    const saved = await savedFile(tools, wholeView);
    for (const type of tools.profile(1).sampleTypes) {
      const rows = await topRows(type, saved);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows).toEqual(await topRows(type, path));
    }
  });

  it.each(story)('of a focus on the example’s %s keeps what -focus keeps', slow, async (kind) => {
    const path = join(dataFolder, 'seed-story/before', `${kind}.pb.gz`);
    const tools = await exportTools([path]);
    const pattern = { text: 'handlers\\.|serve', regex: true, caseSensitive: true };
    const view: View = { ...wholeView, focus: { kind: 'pattern', pattern } };
    const saved = await savedFile(tools, view);
    for (const [index, type] of tools.profile(1).sampleTypes.entries()) {
      const rows = await topRows(type, saved);
      expect(rows).toEqual(await topRows(type, `-focus=${pattern.text}`, path));
      expect(rows).toEqual(await ownRows(tools, { ...view, sampleType: index }));
    }
  });

  it.each(story)('of the difference of %s shows what -diff_base shows', slow, async (kind) => {
    const { tools, view, before, after } = await storyPair(kind, exact);
    const saved = await savedFile(tools, view);
    for (const type of tools.profile(2).sampleTypes) {
      const [own, theirs] = [
        await top(type, saved),
        await top(type, `-diff_base=${before}`, after),
      ];
      expect(own.accounted).toBe(theirs.accounted);
      expect(rowsOf(own)).toEqual(rowsOf(theirs));
    }
  });

  // Of a CPU profile an older pprof adds up equal samples before it scales and rounds them.
  const scaled = story.filter((kind) => kind !== 'cpu');

  it.each(scaled)('of the same total of %s shows what -normalize shows', slow, async (kind) => {
    const { tools, view, before, after } = await storyPair(kind, exact, { kind: 'sameTotal' });
    const saved = await savedFile(tools, view);
    for (const type of tools.profile(2).sampleTypes) {
      const theirs = await topRows(type, '-normalize', `-diff_base=${before}`, after);
      expect(await topRows(type, saved)).toEqual(theirs);
    }
  });

  it.each(['functions', 'filefunctions', 'files', 'lines'] as const)(
    'of the difference joined by %s has the rows of the table on screen',
    slow,
    async (granularity) => {
      const { tools, view } = await storyPair('heap', tolerant);
      const saved = await savedFile(tools, { ...view, granularity });
      for (const [index, type] of tools.profile(2).sampleTypes.entries()) {
        const rows = await topRows(type, `-${granularity}`, saved);
        const shown: View = { ...view, granularity, ...pairAt(view, index) };
        expect(rows).toEqual(sumByName(await ownRows(tools, shown), granularity === 'lines'));
      }
    },
  );

  it('of values per request is as many times those as it says', slow, async () => {
    const fairness = { kind: 'per', before: 40_000, after: 80_000 } as const;
    const { tools, view } = await storyPair('heap', tolerant, fairness);
    const saved = await savedFile(tools, view);
    const [type] = tools.profile(2).sampleTypes;
    if (type === undefined) throw new Error('There is no sample type.');
    expect(await topRows(type, saved)).toEqual(await ownRows(tools, view, 80_000));
  });

  it('of a text profile has the names of its comments', slow, async () => {
    const tools = await exportTools([join(dataFolder, 'seed-story/before/heap.debug1.txt')]);
    const saved = await savedFile(tools, wholeView);
    for (const [index, type] of tools.profile(1).sampleTypes.entries()) {
      const rows = await topRows(type, saved);
      expect(rows.join('\n')).toContain('myservice/keys.');
      expect(rows).toEqual(await ownRows(tools, { ...wholeView, sampleType: index }));
    }
  });

  const corpus = hasOracle
    ? oracleProfiles().filter(
        ({ path, isAccepted }) =>
          isAccepted &&
          !legacyFormats.has(path) &&
          !namedInComments.has(path) &&
          statSync(join(dataFolder, path)).size <= MOST_BYTES,
      )
    : [];

  it.each(corpus)('of $path shows what it shows of the original', slow, async ({ path }) => {
    const original = join(dataFolder, path);
    const tools = await exportTools([original]);
    const [type] = tools.profile(1).sampleTypes;
    if (type === undefined) throw new Error('There is no sample type.');
    const saved = await savedFile(tools, wholeView);
    expect(await answer(type, saved)).toEqual(await answer(type, original));
  });

  afterAll(() => {
    process.stdout.write(
      `compared ${counts.profiles} tables with those of ${goVersion}, ${counts.rows} rows\n`,
    );
  });
});

type Fairness = NonNullable<View['base']>['fairness'];

async function storyPair(kind: string, rules: typeof exact, fairness: Fairness = noBase) {
  const [before = '', after = ''] = ['before', 'after'].map((side) =>
    join(dataFolder, 'seed-story', side, `${kind}.pb.gz`),
  );
  const tools = await exportTools([before, after]);
  const view: View = { ...comparedView, base: { profile: 1, sampleType: 0, rules, fairness } };
  return { tools, view, before, after };
}

/** Both sides of the story have the same sample types in the same order. */
function pairAt({ base }: View, sampleType: number): Pick<View, 'sampleType' | 'base'> {
  return { sampleType, base: base && { ...base, sampleType } };
}

async function savedFile(tools: ExportTools, view: View): Promise<string> {
  const path = join(await scratchFolder(), 'saved.pb.gz');
  await writeFile(path, await exportedBytes(tools, view, { kind: 'profile' }, { per: 'request' }));
  return path;
}

/**
 * A line before that joined none may read like one after: two rows on screen, and one to pprof. Files, of
 * which pprof has a row for each line where functions start, stay as they are.
 */
function sumByName(rows: readonly string[], isWanted: boolean): readonly string[] {
  if (!isWanted) return rows;
  const sums = new Map<string, [flat: number, cum: number]>();
  for (const row of rows) {
    const [, name = '', flat = '', cum = ''] = /^(.*) (\S+) (\S+)$/.exec(row) ?? [];
    const [ownFlat, ownCum] = sums.get(name) ?? [0, 0];
    sums.set(name, [ownFlat + Number(flat), ownCum + Number(cum)]);
  }
  return [...sums].map(([name, values]) => [name, ...values].join(' ')).sort();
}

interface Type {
  readonly type: string;
  readonly unit: string;
}

/** What pprof prints, with all digits. */
async function top({ type, unit }: Type, ...args: readonly string[]) {
  const family = resolveUnit(unit)?.family.kind;
  const shown = family === 'memory' ? 'B' : family === 'time' ? 'ns' : 'count';
  const text = await goPprof('-top', `-unit=${shown}`, `-sample_index=${type}`, ...args);
  const output = parseTopOutput(text);
  counts.profiles++;
  counts.rows += output.rows.length;
  return output;
}

/** Its rows; or that it refuses, as an older pprof than the one that accepted the profile may. */
const answer = (...args: Parameters<typeof top>) => topRows(...args).catch(() => 'refused');

const topRows = async (...args: Parameters<typeof top>) => rowsOf(await top(...args));

/** `name flat cum` a line, but for rows that are nothing. */
function rowsOf({ rows }: ReturnType<typeof parseTopOutput>): string[] {
  return rows
    .map(({ name, flat, cum }) => [
      name.replace(/ \((?:partial-)?inline\)$/, ''),
      Number.parseFloat(flat),
      Number.parseFloat(cum),
    ])
    .filter(([, flat, cum]) => flat !== 0 || cum !== 0)
    .map((row) => row.join(' '))
    .sort();
}

/** The same of a view, times `units`. */
async function ownRows(tools: ExportTools, view: View, units = 1): Promise<string[]> {
  const frames = new FrameTexts(await tools.ask('frames', view));
  const lines = (frame: Int32Array, flat: Float64Array, cum: Float64Array) =>
    Array.from(frame, (id, row) => [frames.rawName(id), flat[row] ?? 0, cum[row] ?? 0])
      .filter(([, own, all]) => own !== 0 || all !== 0)
      .map((row) => row.join(' '))
      .sort();
  if (view.base === null) {
    const sort = { column: 'flat', descending: true } as const;
    const { frame, flat, cum } = await tools.ask('top', { view, sort, filter: null });
    return lines(frame, flat, cum);
  }
  const sort = { column: 'flatDelta', descending: true, bySize: true } as const;
  const table = await tools.ask('difference', { view, sort, filter: null });
  const change = (before: Float64Array, after: Float64Array) =>
    after.map((value, row) => {
      const was = (before[row] ?? 0) * table.scaleBefore;
      return Math.round((value * table.scaleAfter - was) * units) + 0;
    });
  return lines(
    table.frame,
    change(table.flatBefore, table.flatAfter),
    change(table.cumBefore, table.cumAfter),
  );
}
