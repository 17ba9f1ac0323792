import {
  type EscapeJoin,
  JoinClass,
} from '../../../../src/core/analysis/escape-join/escape-join.ts';
import { joinEscapes } from '../../../../src/core/analysis/escape-join/join.ts';
import { siteAt } from '../../../../src/core/analysis/escape-join/site.ts';
import { type FrameIndex, indexFrames } from '../../../../src/core/analysis/frames.ts';
import {
  type EscapeEvidence,
  saysAllocation,
} from '../../../../src/core/evidence/escape/diagnostics.ts';
import { diagnosticAt } from '../../../../src/core/evidence/escape/read.ts';
import type { Profile } from '../../../../src/core/profile/profile.ts';

const CLASS_NAMES = Object.keys(JoinClass);

/** Joins the first two sample types of a profile. */
export function joined(
  profile: Profile,
  evidence: EscapeEvidence,
): { join: EscapeJoin; index: FrameIndex } {
  const index = indexFrames(profile, 'lines', true);
  return { index, join: joinEscapes(profile, index, evidence, [0, 1], null) };
}

/** A line for each line that allocates, with the allocations that the compiler speaks of; then the classes. */
export function drawJoin(
  { join, index }: ReturnType<typeof joined>,
  evidence: EscapeEvidence,
): string {
  const lines = Array.from({ length: join.length }, (_, row) => {
    const site = siteAt(join, row);
    const said = site.messages
      .map((message) => diagnosticAt(evidence, message))
      .filter(({ kind }) => saysAllocation(kind));
    const isWhole = [0, site.objects].includes(site.explainedObjects);
    return [
      `${site.objects} ${site.bytes} ${index.frames.name[site.frame]}`,
      `${CLASS_NAMES[site.joinClass]}${isWhole ? '' : ` (${site.explainedObjects} of them)`}`,
      ...said.map(({ message }) => message),
    ].join(' | ');
  });
  const classes = CLASS_NAMES.map(
    (name, at) => `${name} ${join.classObjects[at]} ${join.classBytes[at]}`,
  );
  return [...lines, `all ${join.totalObjects} ${join.totalBytes}: ${classes.join(', ')}`].join(
    '\n',
  );
}

/** Which file each file of the profile was found to be. */
export function drawFiles({ join }: ReturnType<typeof joined>, evidence: EscapeEvidence): string {
  const { path, file, isResolved, isAmbiguous } = join.files;
  return path
    .map((from, row) => {
      const to = evidence.files.path[file[row] ?? -1] ?? 'none';
      const how = isResolved[row] ? ', decided' : isAmbiguous[row] ? ', undecided' : '';
      return `${from} is ${to}${how}`;
    })
    .join('\n');
}
