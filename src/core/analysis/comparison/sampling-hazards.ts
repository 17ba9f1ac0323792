import type { Profile } from '../../profile/profile.ts';
import { baseName } from '../../text/path.ts';
import { visibleText } from '../../text/visible-text.ts';
import { formatInteger } from '../../units/integer.ts';
import { formatValue } from '../../units/quantity.ts';
import { conversionFactor } from '../../units/unit-families.ts';
import { type Hazard, type Side, type Sides, startOf } from './hazard.ts';
import type { SampleTypePair } from './pair-sample-types.ts';
import { countRawSamples } from './raw-samples.ts';
import { findTruncation } from './truncation.ts';

/** Of fewer samples not even a change by a fifth can be told from chance. */
const FEW_SAMPLES = 100;

/** How the two profiles were sampled: how often, how deep, how much, and whether in one piece. */
export function findSamplingHazards(sides: Sides, { type }: SampleTypePair): Hazard[] {
  return [
    ...unlikePeriods(sides, type),
    ...cutStacks(sides),
    ...sides.flatMap(mergedSide),
    ...sides.flatMap(fewSamples),
  ];
}

function unlikePeriods([{ profile: before }, { profile: after }]: Sides, type: string): Hazard[] {
  const units = [before.periodType?.unit ?? '', after.periodType?.unit ?? ''] as const;
  const factor = conversionFactor(...units);
  const hasBoth = before.period > 0 && after.period > 0;
  if (!hasBoth || factor === null || before.period * factor === after.period) return [];
  const periods = `one sample every ${formatValue(before.period, units[0])} before, every ${formatValue(after.period, units[1])} after`;
  const isCount = /^samples?$/.test(type);
  return [
    {
      kind: 'period',
      severity: 'warn',
      message: isCount
        ? `The sampling periods differ: ${periods}. Counts of samples cannot be compared.`
        : `The sampling periods differ: ${periods}. Values are estimates for all, but one side is coarser, and what is rare there may be missing.`,
      advice: isCount
        ? 'Compare the time instead, or take both with one period.'
        : 'Take both with one period.',
    },
  ];
}

function cutStacks([before, after]: Sides): Hazard[] {
  const [one, other] = [findTruncation(before.profile), findTruncation(after.profile)];
  if (one === null && other === null) return [];
  const describe = (found: typeof one) =>
    found === null
      ? 'none'
      : `${formatInteger(found.stacks)} ${found.stacks === 1 ? 'stack' : 'stacks'} at ${found.depth} frames`;
  const isAlike = one?.depth === other?.depth;
  return [
    {
      kind: 'depth',
      severity: isAlike ? 'note' : 'warn',
      message: `Stacks are cut off: ${describe(one)} before, ${describe(other)} after. Their outermost callers are missing, so that ${isAlike ? 'parts of the graph stand beside where they belong' : 'the same code stands in different places of the graph'}.`,
      advice: isAlike
        ? 'Read functions in the table, which does not depend on the outermost callers.'
        : 'Read the table, or take both with one version of Go: it keeps 128 frames of allocations since 1.23, 32 before.',
    },
  ];
}

function mergedSide(side: Side): Hazard[] {
  const binaries = mainBinaries(side.profile);
  const advice = 'Compare profiles of one process each.';
  if (binaries.length > 1) {
    const names = [...new Set(binaries)].map((name) => `“${visibleText(name)}”`).join(', ');
    return [
      {
        kind: 'merged',
        severity: 'warn',
        message: `${startOf(side)} is merged from profiles of ${formatInteger(binaries.length)} builds of ${names}.`,
        advice,
      },
    ];
  }
  const raw = countRawSamples(side.profile, side.column);
  if (raw === null || raw.fractional <= 0.1) return [];
  return [
    {
      kind: 'merged',
      severity: 'warn',
      message: `${startOf(side)} was not written by the runtime as it is: the counts behind its values are no whole numbers. It may be merged from profiles with unlike periods, or scaled.`,
      advice,
    },
  ];
}

/** Names of the programs mapped, each build once: what is no library, and no page of the kernel. */
function mainBinaries({ mappings }: Profile): string[] {
  const builds = new Map<string, string>();
  for (const [row, file] of mappings.filename.entries()) {
    if (
      file === '' ||
      /\.(?:so|dylib|dll)\b|^[[/]{1,2}(?:anon|lib|usr\/lib|memfd|dev)|^\[/i.test(file)
    ) {
      continue;
    }
    const name = baseName(file);
    builds.set(mappings.buildId[row] || file, name);
  }
  return [...builds.values()];
}

function fewSamples(side: Side): Hazard[] {
  const raw = countRawSamples(side.profile, side.column);
  if (raw === null || raw.count >= FEW_SAMPLES || raw.count === 0) return [];
  const samples = raw.count === 1 ? 'sample was' : 'samples were';
  return [
    {
      kind: 'fewSamples',
      severity: 'warn',
      message: `Only ${formatInteger(raw.count)} ${samples} taken ${side.name}: small changes are chance.`,
      advice:
        'Look at the largest rows alone, or take the profile for longer or with a smaller period.',
    },
  ];
}
