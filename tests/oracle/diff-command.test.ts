import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { diff } from '../../src/cli/diff.ts';
import { pprofLabel } from '../../src/core/units/pprof-value.ts';
import type { DiffJson } from '../cli/diff-files.ts';
import { dataFolder, hasOracle } from './oracle-data.ts';
import { parseTopOutput, type TopOutput } from './top-output.ts';

/** `base-lines.heap.alloc_space.txt`: options of pprof, profile, sample type. */
const outputName = /^((?:diff_)?base)(-lines|-normalize)?\.(\w+)\.(\w+)\.txt$/;

const folder = join(dataFolder, 'oracle/seed-story');
const outputs = (existsSync(folder) ? readdirSync(folder) : []).filter((file) =>
  outputName.test(file),
);

/*
 * What the command prints, against what pprof printed. The marks of inlined frames are left out, as the
 * command does; pprof's percentages have no sign.
 */
describe.skipIf(!hasOracle)('allocscope diff equals go tool pprof -base and -diff_base', () => {
  const counts = { outputs: 0, rows: 0 };

  it.each(outputs)('%s', async (file) => {
    const [, base, option, kind, sampleType = ''] = outputName.exec(file) ?? [];
    const expected = parseTopOutput(readFileSync(join(folder, file), 'utf8'));
    const options = ['--exact', '--sample', sampleType];
    if (base === 'base') options.push('--percent-of', 'net');
    if (option === '-lines') options.push('--granularity', 'lines');
    if (option === '-normalize') options.push('--normalize');
    const files = ['before', 'after'].map((side) =>
      join(dataFolder, `seed-story/${side}/${kind}.pb.gz`),
    );
    const json = JSON.parse((await diff([...files, ...options, '--json'])).text) as DiffJson;
    const printed = parseDiffText((await diff([...files, ...options])).text);

    const exact = (value: number) => pprofLabel(value, json.unit, json.unit);
    const changed = json.rows.filter(
      ({ before, after }) => before.flat !== after.flat || before.cum !== after.cum,
    );
    const rows = changed.map(({ function: name, before, after }, row) => ({
      flat: exact(after.flat - before.flat),
      flatPercent: unsigned(printed.rows[row]?.flatPercent),
      sumPercent: unsigned(printed.rows[row]?.sumPercent),
      cum: exact(after.cum - before.cum),
      cumPercent: unsigned(printed.rows[row]?.cumPercent),
      name,
    }));
    const [, share = ''] = / accounting for \S+, -?(\S+) of /.exec(printed.accounted) ?? [];
    const sum = changed.reduce((flat, { before, after }) => flat + after.flat - before.flat, 0);
    expect({
      accounted: `Showing nodes accounting for ${exact(sum)}, ${share} of ${exact(json.percentTotal)} total`,
      rows,
    }).toEqual({
      accounted: expected.accounted,
      rows: expected.rows.map((row) => ({
        ...row,
        name: row.name.replace(/ \((?:partial-)?inline\)$/, ''),
      })),
    });
    expect(printed.rows.map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
    expect(printed.rows.map(({ flat }) => flat[0] === '-')).toEqual(
      rows.map(({ flat }) => flat[0] === '-'),
    );
    counts.outputs++;
    counts.rows += rows.length;
  });

  afterAll(() => {
    process.stdout.write(
      `checked the command against ${counts.outputs} of ${outputs.length} differences of pprof, ${counts.rows} rows\n`,
    );
  });
});

const unsigned = (percent: string | undefined) => percent?.replace(/^-/, '');

/** The command's text as if it were pprof's: without the columns that pprof does not have. */
function parseDiffText(text: string): TopOutput {
  return parseTopOutput(
    text
      .replace(/( cum%) +before +after +mark$/m, '$1')
      .replace(/^((?: *\S+){5}) +\S+ +\S+ {2}(?:real|noise|few|exact|same|\?) +/gm, '$1  '),
  );
}
