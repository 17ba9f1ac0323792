import type { Profile, ValueType } from '../profile/profile.ts';
import { visibleText } from '../text/visible-text.ts';
import { resolveUnit } from '../units/unit-families.ts';
import type { ColumnSum } from './column-sums.ts';
import { GO_STACK_LIMITS } from './go-stack-limits.ts';
import { nothingRecorded } from './nothing-recorded.ts';

/**
 * Sentences about what a reader of a profile should know before trusting its numbers; `sums` are those
 * of its sample types.
 */
export function profileWarnings(profile: Profile, sums: readonly ColumnSum[]): string[] {
  return [
    ...profile.warnings,
    ...valueWarnings(profile, sums),
    ...symbolWarnings(profile),
    ...depthWarnings(profile),
    ...headerWarnings(profile),
  ];
}

function valueWarnings(profile: Profile, sums: readonly ColumnSum[]): string[] {
  const nothing = nothingRecorded(profile, sums);
  if (nothing !== null) return [nothing];
  const { samples, labels } = profile;
  if (labels.text.includes('pprof::base')) {
    return ['It is a comparison saved by pprof -diff_base: shares are of the side compared with.'];
  }
  const changes = samples.values.filter((_, type) => sums[type]?.hasNegative);
  if (changes.length === 0) return [];
  let negative = 0;
  for (let sample = 0; sample < samples.length; sample++) {
    if (changes.some((values) => values[sample] < 0)) negative++;
  }
  return [
    `${ofAll(negative, samples.length, 'sample')} below zero: it is a difference of two profiles. Widths show the size of changes, either way.`,
  ];
}

function symbolWarnings({ locations, lines, functions }: Profile): string[] {
  let nameless = 0;
  for (let location = 0; location < locations.length; location++) {
    let isNamed = false;
    for (let row = locations.lineStart[location]; row < locations.lineStart[location + 1]; row++) {
      if (lines.function[row] >= 0 && functions.name[lines.function[row]] !== '') isNamed = true;
    }
    if (!isNamed) nameless++;
  }
  if (nameless === 0) return [];
  return [
    `${ofAll(nameless, locations.length, 'location')} without a function name; they are shown by the file they were mapped from. To name them, run pprof -proto with the binary at hand and open what it saves.`,
  ];
}

function depthWarnings({ samples, stacks, locations }: Profile): string[] {
  const { parent, location } = stacks;
  // In frames, since Go counts an inlined call as one.
  const frames = new Int32Array(locations.length);
  for (let row = 0; row < locations.length; row++) {
    frames[row] = Math.max(1, locations.lineStart[row + 1] - locations.lineStart[row]);
  }
  const depth = new Int32Array(stacks.length);
  let deepest = 0;
  for (let row = 0; row < stacks.length; row++) {
    const above = parent[row];
    const own = frames[location[row]] + (above < 0 ? 0 : depth[above]);
    depth[row] = own;
    if (own > deepest) deepest = own;
  }
  if (!GO_STACK_LIMITS.includes(deepest)) return [];
  let cut = 0;
  for (let sample = 0; sample < samples.length; sample++) {
    if (samples.stack[sample] >= 0 && depth[samples.stack[sample]] === deepest) cut++;
  }
  return [
    `${ofAll(cut, samples.length, 'sample')} ${deepest} frames deep, as deep as Go records: their outermost callers may be missing.`,
  ];
}

function headerWarnings({ sampleTypes, defaultSampleType, period, periodType }: Profile): string[] {
  const warnings: string[] = [];
  const types = sampleTypes.map(({ type }) => type);
  if (defaultSampleType !== '' && !types.includes(defaultSampleType)) {
    warnings.push(
      `It asks to show “${visibleText(defaultSampleType)}” first, which is none of its sample types.`,
    );
  }
  const twice = types.find((type, index) => types.indexOf(type) !== index);
  if (twice !== undefined) {
    warnings.push(`It has the sample type “${visibleText(twice)}” more than once.`);
  }
  if (types.includes('alloc_objects') && !isBytes(periodType, period)) {
    warnings.push(
      'It does not say at which rate allocations were sampled, so how exact its numbers are is unknown.',
    );
  }
  return warnings;
}

function isBytes(periodType: ValueType | null, period: number): boolean {
  return period > 0 && resolveUnit(periodType?.unit ?? '')?.family.kind === 'memory';
}

/** `1 of 9 samples is`, `all 3 locations are`. */
function ofAll(count: number, all: number, noun: string): string {
  const things = all === 1 ? noun : `${noun}s`;
  if (count === all) return all === 1 ? `Its only ${noun} is` : `All ${all} ${things} are`;
  return `${count} of ${all} ${things} ${count === 1 ? 'is' : 'are'}`;
}
