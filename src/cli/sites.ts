import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { focusStacks } from '../core/analysis/focus.ts';
import { indexFrames } from '../core/analysis/frames.ts';
import { CompilerLines } from '../core/analysis/sites/compiler-lines.ts';
import { namedSite } from '../core/analysis/sites/named-site.ts';
import { findSites } from '../core/analysis/sites/sites.ts';
import { RULES } from '../core/evidence/patterns/rules/index.ts';
import { averageSizePair } from '../core/units/average-size-pair.ts';
import { divisorOf, expressionOf, focusRule, oneFile, parsed, rowCountOf } from './arguments.ts';
import { readEscapeInput } from './escape-input.ts';
import { chosenSampleType, measuredBy } from './pair-choice.ts';
import { InputError, readInput } from './read-input.ts';
import { sitesJson } from './sites-json.ts';
import { sitesText } from './sites-text.ts';
import { readSources } from './source-files.ts';

/** Rows that are printed where nobody says how many. */
const FIRST_ROWS = 30;

/** `allocscope sites`: the result is what it prints. */
export async function sites(args: string[]): Promise<string> {
  const { values, positionals } = parsed(() =>
    parseArgs({ args, allowPositionals: true, options: OPTIONS }),
  );
  const file = oneFile(positionals);
  const per = divisorOf(values.per);
  if (values.focus !== undefined) expressionOf('--focus', values.focus);
  const input = await readInput(file);
  const { profile } = input;
  const sampleType = chosenSampleType(measuredBy(input), values.sample ?? null);
  const types = averageSizePair(profile.sampleTypes, sampleType);
  if (types === null) {
    throw new InputError(
      `${basename(file)} does not count objects and their bytes. Give a heap profile, such as /debug/pprof/heap.`,
    );
  }
  const focus = focusRule(values.focus ?? null);
  const keeps = focus === null ? null : focusStacks(profile, focus);
  const index = indexFrames(profile, 'lines', true);
  const { frames } = index;
  const found = findSites(profile, index, types, sampleType, keeps);
  const rows = found.slice(0, rowCountOf(values.nodes) ?? FIRST_ROWS);
  const said =
    values.escape === undefined ? null : await readEscapeInput(values.escape, undefined, undefined);
  const lines =
    said &&
    new CompilerLines(
      said.evidence,
      frames,
      found.map(({ frame }) => frame),
    );
  const sources = await readSources(values.source ?? null, frames, rows);
  const named = rows.map((site) =>
    namedSite(
      site,
      frames,
      types,
      {
        compiler: (path, line) => lines?.at(path, line) ?? null,
        source: (path) => sources.get(path) ?? null,
      },
      RULES,
    ),
  );
  const sum = (type: number) => found.reduce((total, site) => total + (site.values[type] ?? 0), 0);
  const report = {
    sites: named,
    siteCount: found.length,
    objects: sum(types.objects),
    bytes: sum(types.space),
    objectType: profile.sampleTypes[types.objects]?.type ?? '',
    byteType: profile.sampleTypes[types.space]?.type ?? '',
    per,
  };
  return values.json ? sitesJson(report) : sitesText(report);
}

const OPTIONS = {
  escape: { type: 'string' },
  source: { type: 'string' },
  sample: { type: 'string' },
  focus: { type: 'string' },
  nodes: { type: 'string' },
  per: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;
