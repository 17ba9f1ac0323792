import type { Granularity } from '../core/analysis/frames.ts';
import { INLINE_MARKS, inlineMarks } from '../core/analysis/inline-marks.ts';
import { reportTotal, sumFrames, topFrames } from '../core/analysis/top.ts';
import type { Profile, ValueType } from '../core/profile/profile.ts';
import { OpenProfile } from '../engine/open-profile.ts';
import type { PatternFocus } from './arguments.ts';

/** What a table is to show. */
export interface TopOptions {
  readonly sampleType: number;
  readonly granularity: Granularity;
  readonly inlines: boolean;
  readonly order: 'flat' | 'cum';
  /** How many rows at most; null for all. */
  readonly nodes: number | null;
  readonly focus: PatternFocus | null;
}

/** The table that both forms of output print. */
export interface TopReport {
  readonly sampleType: ValueType;
  /** What percentages refer to. */
  readonly total: number;
  readonly focus: string | null;
  readonly rows: readonly TopRow[];
  /** Number of rows before the table was cut short. */
  readonly allRows: number;
}

interface TopRow {
  /** As pprof prints it, without its mark. */
  readonly name: string;
  /** How pprof marks inlined functions: '', ' (inline)' or ' (partial-inline)'. */
  readonly mark: string;
  readonly flat: number;
  readonly cum: number;
}

/** Sums up what `allocscope top` prints. */
export function topReport(profile: Profile, options: TopOptions): TopReport {
  const { sampleType, granularity, inlines, order, nodes, focus } = options;
  const open = new OpenProfile(profile);
  const index = open.frameIndex(granularity, inlines);
  const weights = open.weights(sampleType, focus);
  const sums = sumFrames(profile.stacks, index, weights);
  const all = topFrames(index.frames, sums, order);
  const shown = all.subarray(0, nodes ?? all.length);
  const kept = new Uint8Array(index.frames.length);
  for (const frame of shown) kept[frame] = 1;
  const marks = inlineMarks(profile.stacks, index, weights, kept);
  return {
    sampleType: profile.sampleTypes[sampleType] ?? { type: '', unit: '' },
    total: reportTotal(profile, sampleType),
    focus: focus?.pattern.text ?? null,
    rows: Array.from(shown, (frame) => ({
      name: index.frames.name[frame] ?? '',
      mark: INLINE_MARKS[marks[frame] ?? 0] ?? '',
      flat: sums.flat[frame] ?? 0,
      cum: sums.cum[frame] ?? 0,
    })),
    allRows: all.length,
  };
}
