import type { ProfileSummary, View } from '../bridge/engine-api.ts';
import type {
  ExportRequest,
  ExportWhat,
  ReportExport,
  Scene,
  TableChoice,
} from '../bridge/export-api.ts';
import type { Session } from '../engine/session.ts';
import type { ExportOptions } from './export-options.ts';
import { chosenPair, chosenSampleType, fairnessOf } from './pair-choice.ts';

/**
 * What the options ask of profiles that a session has open. Throws UsageError where they do not fit the
 * profiles, and InputError where two have nothing in common.
 */
export function exportRequest(
  options: ExportOptions,
  session: Session,
  profiles: readonly ProfileSummary[],
  parts: ReportParts,
): ExportRequest {
  const [first, second] = profiles;
  if (first === undefined) throw new Error('There is no profile to export.');
  return {
    ...(second === undefined
      ? viewOfOne(options, first)
      : viewOfTwo(options, session, first, second)),
    percentOf: options.percentOf,
    what: whatOf(options, second !== undefined, parts),
  };
}

function viewOfOne(
  { sample, granularity, inlines, focus, boxOrder }: ExportOptions,
  profile: ProfileSummary,
): { view: View; per: null } {
  const sampleType = chosenSampleType(profile, sample);
  const look = { granularity, inlines, order: boxOrder, focus };
  return { view: { profile: profile.id, sampleType, ...look, base: null }, per: null };
}

function viewOfTwo(
  { sample, granularity, inlines, focus, boxOrder, division, rules }: ExportOptions,
  session: Session,
  before: ProfileSummary,
  after: ProfileSummary,
): { view: View; per: string | null } {
  const { fairness, per } = fairnessOf(division, before, after);
  const { sampleTypes } = session.answer('comparison', { before: before.id, after: after.id });
  const pair = chosenPair(sampleTypes, before, after, sample);
  const base = { profile: before.id, sampleType: pair.before, rules, fairness };
  const look = { granularity, inlines, order: boxOrder, focus };
  return { view: { profile: after.id, sampleType: pair.after, ...look, base }, per };
}

/** What a report has besides the profiles. */
export type ReportParts = Pick<ReportExport, 'notes' | 'evidence'>;

function whatOf(
  options: ExportOptions,
  isComparison: boolean,
  { notes, evidence }: ReportParts,
): ExportWhat {
  const { made, caption, theme, colorBy, changeColor, leastShare } = options;
  const { title } = caption;
  const shade = theme === 'dark' ? 'dark' : 'light';
  switch (made.kind) {
    case 'picture':
      return {
        kind: 'picture',
        format: made.format === 'png' ? 'png' : 'svg',
        pixelRatio: options.pixelRatio,
        viewWidth: options.viewWidth,
        theme: shade,
        scene: sceneOf(options, isComparison),
        caption,
      };
    case 'page':
      return { kind: 'page', title, theme, colorBy, changeColor, leastShare };
    case 'report':
      return {
        kind: 'report',
        format: made.format === 'html' ? 'html' : 'md',
        title,
        theme: shade,
        notes,
        evidence,
      };
    case 'table':
      return {
        kind: 'table',
        format: made.format === 'csv' || made.format === 'tsv' ? made.format : 'json',
        table: tableOf(options, isComparison),
      };
    case 'stacks':
      return { kind: 'stacks', format: made.format === 'folded' ? 'folded' : 'speedscope' };
    case 'profile':
      return { kind: 'profile' };
  }
}

function sceneOf(options: ExportOptions, isComparison: boolean): Scene {
  const { made, orientation, search, colorBy, changeColor, boxWidth, scale, rows } = options;
  const graph = { orientation, search };
  switch (made.what) {
    case 'sides':
      return { kind: 'sides', ...graph, colorBy, scale, parts: null };
    case 'difference':
      return { kind: 'difference', ...graph, width: boxWidth, changeColor, part: null };
    case 'table':
      return { kind: 'table', table: tableOf(options, isComparison), rows };
    case 'summary':
      return { kind: 'summary' };
    default:
      return { kind: 'graph', ...graph, colorBy, part: null };
  }
}

/** In the order in which the window shows it first. */
function tableOf({ order, filter }: ExportOptions, isComparison: boolean): TableChoice {
  if (!isComparison) return { kind: 'top', sort: { column: order, descending: true }, filter };
  const column = order === 'cum' ? 'cumDelta' : 'flatDelta';
  return { kind: 'difference', sort: { column, descending: true, bySize: true }, filter };
}
