import type { ProfileSummary } from '../bridge/engine-api.ts';

/**
 * Whether a profile is a comparison that `go tool pprof -diff_base` saved, or an export of a difference: it
 * marks the samples of the side compared with by the label `pprof::base`, and what percentages refer to is
 * that side alone.
 */
export const isSavedComparison = ({ labelKeys }: Pick<ProfileSummary, 'labelKeys'>): boolean =>
  labelKeys.includes('pprof::base');
