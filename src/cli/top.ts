import { parseArgs } from 'node:util';
import { firstSampleType } from '../core/analysis/sample-types.ts';
import { visibleJson } from '../core/text/visible-text.ts';
import { granularityOf, oneFile, parsed, rowCountOf } from './arguments.ts';
import { type Input, readInput } from './read-input.ts';
import { type TopReport, topReport } from './top-report.ts';
import { topText } from './top-text.ts';
import { UsageError } from './usage.ts';

/** `allocscope top`: the result is what it prints. */
export async function top(args: string[]): Promise<string> {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        sample: { type: 'string' },
        granularity: { type: 'string', default: 'functions' },
        'no-inlines': { type: 'boolean', default: false },
        cum: { type: 'boolean', default: false },
        nodes: { type: 'string' },
        focus: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    }),
  );
  const file = oneFile(positionals);
  const granularity = granularityOf(values.granularity);
  const nodes = rowCountOf(values.nodes);
  const input = await readInput(file);
  const report = topReport(input.profile, {
    sampleType: sampleTypeOf(values.sample, input),
    granularity,
    inlines: !values['no-inlines'],
    order: values.cum ? 'cum' : 'flat',
    nodes,
    focus: values.focus ?? null,
  });
  return values.json ? topJson(report) : topText(input.profile, report);
}

/** One row on a line, so that large tables can be read and compared line by line. */
function topJson({ sampleType, total, rows }: TopReport): string {
  const head = JSON.stringify({ sampleType: sampleType.type, unit: sampleType.unit, total });
  const lines = rows.map(({ name, flat, cum }) => JSON.stringify({ function: name, flat, cum }));
  return visibleJson(
    `${head.slice(0, -1)},"rows":[${lines.map((line) => `\n${line}`).join(',')}\n]}\n`,
  );
}

/** By name, or by number as pprof takes it too; by default what the application shows first. */
function sampleTypeOf(text: string | undefined, { source, profile }: Input): number {
  if (text === undefined) return firstSampleType(profile);
  const names = profile.sampleTypes.map(({ type }) => type);
  const named = names.indexOf(text);
  if (named >= 0) return named;
  if (/^\d+$/.test(text) && Number(text) < names.length) return Number(text);
  throw new UsageError(`--sample: ${source.name} has ${names.join(', ')}, but no “${text}”.`);
}
