import type { Profile } from '../../profile/profile.ts';
import { visibleText } from '../../text/visible-text.ts';
import { type Hazard, type Sides, startOf } from './hazard.ts';
import { pairSampleTypes, type SampleTypePair } from './pair-sample-types.ts';

/** What the two profiles measure: another kind of thing, or sample types that only one has. */
export function findTypeHazards(sides: Sides, shown: SampleTypePair): Hazard[] {
  const [before, after] = sides;
  const pairs = pairSampleTypes(before.profile, after.profile);
  if (pairs.every((pair) => pair.before < 0 || pair.after < 0)) {
    return [
      {
        kind: 'kind',
        severity: 'stop',
        message: `Before measures ${typeList(before.profile)}, after ${typeList(after.profile)}: they have no sample type in common.`,
        advice: 'Compare two profiles of one kind.',
      },
    ];
  }
  const hazards = mixedContention(sides);
  const single = pairs.filter((pair) => pair.before < 0 || pair.after < 0);
  const missing = sides.find(({ column }) => column < 0);
  if (missing !== undefined) {
    hazards.push({
      kind: 'sampleTypes',
      severity: 'stop',
      message: `${startOf(missing)} has no ${quoted(shown)}: everything would look ${missing.name === 'before' ? 'new' : 'gone'}.`,
      advice: 'Choose a sample type that both sides have.',
    });
  } else if (single.length > 0) {
    const lists = sides.flatMap(({ name }) => {
      const own = single.filter((pair) => pair[name] >= 0);
      return own.length === 0 ? [] : [`only ${name} has ${own.map(quoted).join(', ')}`];
    });
    hazards.push({
      kind: 'sampleTypes',
      severity: 'note',
      message: `The sample types differ: ${lists.join('; ')}.`,
      advice: 'These cannot be compared; the others can.',
    });
  }
  return hazards;
}

const quoted = ({ type }: { type: string }) => `“${visibleText(type)}”`;

function typeList({ sampleTypes }: Profile): string {
  return sampleTypes.length === 0 ? 'nothing' : sampleTypes.map(quoted).join(', ');
}

/** Go's mutex and block profiles have the same sample types; their leaves tell them apart. */
function mixedContention([before, after]: Sides): Hazard[] {
  const [one, other] = [contentionKind(before.profile), contentionKind(after.profile)];
  if (one === null || other === null || one === other) return [];
  return [
    {
      kind: 'kind',
      severity: 'stop',
      message: `Before is a ${one} profile, after a ${other} profile: one counts waits where a lock is let go, the other where it is waited for.`,
      advice: 'Compare two profiles of one kind.',
    },
  ];
}

const MUTEX_LEAF = /^(?:sync\.\(\*(?:RW)?Mutex\)\.R?Unlock|runtime\._LostContendedRuntimeLock)$/;
const BLOCK_LEAF =
  /^(?:sync\.\(\*(?:RW)?Mutex\)\.R?Lock|sync\.\(\*(?:WaitGroup|Cond)\)\.Wait|runtime\.(?:chan(?:recv|send)[12]|selectgo))$/;

function contentionKind(profile: Profile): 'mutex' | 'block' | null {
  if (!profile.sampleTypes.some(({ type }) => type === 'contentions')) return null;
  const { samples, stacks, locations, lines, functions } = profile;
  const isMutex = Uint8Array.from(functions.name, (name) => (MUTEX_LEAF.test(name) ? 1 : 0));
  const isBlock = Uint8Array.from(functions.name, (name) => (BLOCK_LEAF.test(name) ? 1 : 0));
  const counts = { mutex: 0, block: 0 };
  for (let sample = 0; sample < samples.length; sample++) {
    const stack = samples.stack[sample];
    if (stack < 0) continue;
    const location = stacks.location[stack];
    for (let row = locations.lineStart[location]; row < locations.lineStart[location + 1]; row++) {
      const fn = lines.function[row];
      if (fn >= 0 && isMutex[fn] === 1) counts.mutex++;
      if (fn >= 0 && isBlock[fn] === 1) counts.block++;
    }
  }
  if (counts.mutex === counts.block) return null;
  return counts.mutex > counts.block ? 'mutex' : 'block';
}
