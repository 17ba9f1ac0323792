import { parseArgs } from 'node:util';
import { sumColumn } from '../core/analysis/column-sums.ts';
import { nothingRecorded } from '../core/analysis/nothing-recorded.ts';
import { visibleJson } from '../core/text/visible-text.ts';
import { oneFile, parsed, rowCountOf } from './arguments.ts';
import { chosenSampleType, measuredBy } from './pair-choice.ts';
import { focusSentences, type Printed } from './printed.ts';
import { readInput } from './read-input.ts';
import { type TopReport, topReport } from './top-report.ts';
import { topText } from './top-text.ts';
import { VIEW_OPTIONS, viewOptions } from './view-options.ts';

/** `allocscope top`. */
export async function top(args: string[]): Promise<Printed> {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...VIEW_OPTIONS,
        cum: { type: 'boolean', default: false },
        nodes: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    }),
  );
  const file = oneFile(positionals);
  const { sample, granularity, inlines, focus } = viewOptions(values);
  const nodes = rowCountOf(values.nodes);
  const input = await readInput(file);
  const report = topReport(input.profile, {
    sampleType: chosenSampleType(measuredBy(input), sample),
    granularity,
    inlines,
    order: values.cum ? 'cum' : 'flat',
    nodes,
    focus,
  });
  const nothing = nothingRecorded(input.profile, input.profile.samples.values.map(sumColumn));
  return {
    text: values.json ? topJson(report) : topText(input.profile, report),
    sentences:
      nothing === null
        ? focusSentences(focus, report.rows.length)
        : [`${input.source.name}: ${nothing}`],
  };
}

/** One row on a line, so that large tables can be read and compared line by line. */
function topJson({ sampleType, total, rows }: TopReport): string {
  const head = JSON.stringify({ sampleType: sampleType.type, unit: sampleType.unit, total });
  const lines = rows.map(({ name, flat, cum }) => JSON.stringify({ function: name, flat, cum }));
  return visibleJson(
    `${head.slice(0, -1)},"rows":[${lines.map((line) => `\n${line}`).join(',')}\n]}\n`,
  );
}
