import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { ProfileSummary } from '../bridge/engine-api.ts';
import { visibleJson, visibleText } from '../core/text/visible-text.ts';
import { formatDuration } from '../core/units/duration.ts';
import { formatInteger } from '../core/units/integer.ts';
import { formatExactQuantity } from '../core/units/quantity.ts';
import { summarise } from '../engine/summary.ts';
import { memStatsFacts } from '../words/mem-stats.ts';
import { oneFile, parsed } from './arguments.ts';
import { exactJson } from './exact-json.ts';
import { readInput } from './read-input.ts';

/** `allocscope info`: the result is what it prints. */
export async function info(args: string[]): Promise<string> {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    }),
  );
  const { source, profile } = await readInput(oneFile(positionals));
  const sha256 = createHash('sha256').update(source.bytes).digest('hex');
  const summary = { ...summarise(0, source, profile), sha256 };
  return values.json ? infoJson(summary) : infoText(summary);
}

function infoJson(summary: ProfileSummary): string {
  const { id: _, ...facts } = summary;
  return `${visibleJson(exactJson(facts))}\n`;
}

function infoText(summary: ProfileSummary): string {
  const { sampleTypes, counts, totals } = summary;
  const facts: [string, string][] = [
    ['File', `${summary.name} (${formatInteger(summary.fileBytes)} B)`],
    ['Binary', summary.binary],
    ['Build ID', summary.buildId],
    ['Time', summary.timeMillis === null ? '' : new Date(summary.timeMillis).toISOString()],
    ['Duration', summary.durationNanos === null ? '' : formatDuration(summary.durationNanos)],
    ['Period', periodText(summary)],
    ['Samples', formatInteger(counts.samples)],
    ['Stacks', formatInteger(counts.stacks)],
    ['Locations', formatInteger(counts.locations)],
    ['Functions', formatInteger(counts.functions)],
    ['Mappings', formatInteger(counts.mappings)],
    ['Labels', summary.labelKeys.join(', ')],
    ...sampleTypes.map((sampleType, index): [string, string] => [
      sampleType.type,
      formatExactQuantity(totals[index] ?? 0, sampleType) +
        (index === summary.firstSampleType ? ' (shown first)' : ''),
    ]),
    ...sinceStart(summary),
    ...summary.comments.map((comment): [string, string] => ['Comment', comment]),
    ['Doc', summary.docUrl],
    ...summary.warnings.map((warning): [string, string] => ['Warning', warning]),
  ];
  const known = facts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => [`${visibleText(name)}:`, visibleText(value)] as const);
  const width = Math.max(...known.map(([name]) => name.length)) + 1;
  const lines = known.map(([name, value]) => name.padEnd(width) + value);
  return `${lines.join('\n')}\n`;
}

/** What the runtime counted, below a line that says so. */
function sinceStart({ memStats }: ProfileSummary): [string, string][] {
  if (memStats === null) return [];
  return memStatsFacts(memStats).map(({ label, text }) => [`Since start, ${label}`, text]);
}

function periodText({ period, periodType }: ProfileSummary): string {
  return periodType === null || period === 0
    ? ''
    : `${formatExactQuantity(period, periodType)} (${periodType.type})`;
}
