import {
  type JoinedFrames,
  JoinKind,
  type JoinRules,
  joinFrames,
} from '../../../../src/core/analysis/comparison/join-frames.ts';
import { type Granularity, indexFrames } from '../../../../src/core/analysis/frames.ts';
import type { Profile } from '../../../../src/core/profile/profile.ts';
import { drawProfile } from '../../../helpers/draw-profile.ts';

export interface JoinOptions extends Partial<JoinRules> {
  readonly granularity?: Granularity;
}

/** The frames of two profiles, joined tolerantly and by functions unless said otherwise. */
export function join(before: Profile, after: Profile, options: JoinOptions = {}): JoinedFrames {
  const { granularity = 'functions', tolerant = true, renames = [] } = options;
  const side = (profile: Profile) => ({ profile, index: indexFrames(profile, granularity, true) });
  return joinFrames(side(before), side(after), granularity, { tolerant, renames });
}

/** A profile in which each of the given stacks, as drawProfile takes them, was measured once. */
export function stacks(...drawn: string[]): Profile {
  const lines = drawn.map((line) => (line.startsWith('binary ') ? line : `${line} 1`));
  return drawProfile(`types n/count\n${lines.join('\n')}`);
}

/** The name of a kind. */
export function kindName(kind: number | undefined): string {
  return Object.entries(JoinKind).find(([, value]) => value === kind)?.[0] ?? 'none';
}

/**
 * A join as lines: `name`, `before → after  kind`, `- name` for what is only on the before side and
 * `+ name` for what is only on the after side.
 */
function drawJoin({ frames, joinedBy, nameBefore }: JoinedFrames): string[] {
  return frames.name.map((name, row) => {
    const kind = kindName(joinedBy[row]);
    const before = nameBefore[row] ?? '';
    if (kind === 'onlyAfter') return `+ ${name}`;
    if (kind === 'onlyBefore') return before === name ? `- ${name}` : `- ${before} → ${name}`;
    if (kind === 'exact' && before === name) return name;
    return `${before === name ? '' : `${before} → `}${name}  ${kind}`;
  });
}

/** The picture of a join of profiles in which the given stacks were measured. */
export function picture(
  before: readonly string[],
  after: readonly string[],
  options: JoinOptions = {},
): string[] {
  return drawJoin(join(stacks(...before), stacks(...after), options));
}
