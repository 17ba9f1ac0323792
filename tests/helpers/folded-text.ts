import type { Profile } from '../../src/core/profile/profile.ts';

/**
 * A profile as text that `drawProfile` could have been given, as far as that can say it: for reading,
 * reviewing and comparing. Samples are in file order.
 */
export function foldedText(profile: Profile): string {
  const { sampleTypes, periodType, samples } = profile;
  const lines: string[] = [];
  if (sampleTypes.length > 0) {
    lines.push(`types ${sampleTypes.map(({ type, unit }) => `${type}/${unit}`).join(' ')}`);
  }
  if (periodType !== null)
    lines.push(`period ${profile.period} ${periodType.type}/${periodType.unit}`);
  if (profile.defaultSampleType !== '') lines.push(`default ${profile.defaultSampleType}`);
  for (const comment of profile.comments) lines.push(`comment ${comment}`);
  if (profile.dropFrames !== '') lines.push(`drop ${profile.dropFrames}`);
  if (profile.keepFrames !== '') lines.push(`keep ${profile.keepFrames}`);
  for (let sample = 0; sample < samples.length; sample++) {
    const values = samples.values.map((column) => column[sample]);
    lines.push([stackText(profile, sample), ...values, ...labelTexts(profile, sample)].join(' '));
  }
  return `${lines.join('\n')}\n`;
}

function stackText({ samples, stacks, ...profile }: Profile, sample: number): string {
  const locations: string[] = [];
  for (let row = samples.stack[sample] ?? -1; row >= 0; row = stacks.parent[row] ?? -1) {
    locations.push(locationText(profile, stacks.location[row] ?? -1));
  }
  return locations.length === 0 ? '-' : locations.reverse().join(';');
}

function locationText(
  { locations, lines, functions }: Pick<Profile, 'locations' | 'lines' | 'functions'>,
  location: number,
): string {
  const frames: string[] = [];
  const end = locations.lineStart[location + 1] ?? 0;
  for (let row = locations.lineStart[location] ?? 0; row < end; row++) {
    const fn = lines.function[row] ?? -1;
    const line = lines.line[row];
    const column = lines.column[row];
    const filename = functions.filename[fn];
    const place = filename === '' ? '' : `@${filename}`;
    frames.push(
      `${functions.name[fn]}${place}${line === 0 ? '' : `:${line}`}${column === 0 ? '' : `:${column}`}`,
    );
  }
  if (frames.length === 0) return `[0x${locations.address[location]?.toString(16)}]`;
  return frames.reverse().join('>');
}

function labelTexts({ samples, labels }: Profile, sample: number): string[] {
  const texts: string[] = [];
  const end = samples.labelStart[sample + 1] ?? 0;
  for (let row = samples.labelStart[sample] ?? 0; row < end; row++) {
    const text = (index: number | undefined) => labels.text[index ?? -1];
    const value =
      labels.str[row] === 0
        ? `${labels.num[row]}${text(labels.numUnit[row])}`
        : text(labels.str[row]);
    texts.push(`${text(labels.key[row])}=${value}`);
  }
  return texts;
}
