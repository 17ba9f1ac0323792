import type { PictureExport, ReportExport, Scene } from '../../bridge/export-api.ts';
import { quantityTitle } from '../../core/text/comparison/quantity-words.ts';
import { lowerFirst } from '../../core/text/lower-first.ts';
import type { ReportPicture } from '../../core/text/report/report-document.ts';
import { visibleText } from '../../core/text/visible-text.ts';
import { describeSampleType } from '../../core/units/sample-type-words.ts';
import { granularityWords } from '../../words/granularity-words.ts';
import { distinctName } from '../../words/namesake-note.ts';
import { shownQuantity } from '../../words/shown-quantity.ts';
import type { Subject } from '../picture/subject.ts';

/** A picture that a report has, before it is drawn. */
export interface PlannedPicture extends Omit<ReportPicture, 'image'> {
  /** Tells it from the others in names of files. */
  readonly name: string;
  readonly scene: Scene;
}

const wholeGraph = { orientation: 'icicle', search: null } as const;

/** The pictures of a report on a view, in reading order; none where there is nothing to be seen. */
export function plannedPictures(subject: Subject): PlannedPicture[] {
  if (isEmpty(subject)) return [];
  return subject.compared === null ? [graphOf(subject)] : picturesOfBoth(subject, subject.compared);
}

function isEmpty({ view, profile, compared }: Subject): boolean {
  const before = compared?.before.totals[view.base?.sampleType ?? -1] ?? 0;
  return before === 0 && (profile.totals[view.sampleType] ?? 0) === 0;
}

function graphOf({ profile, view }: Subject): PlannedPicture {
  const type = profile.sampleTypes[view.sampleType];
  const quantity = type === undefined ? 'values' : lowerFirst(describeSampleType(type).title);
  const box = granularityWords[view.granularity];
  return {
    name: 'graph',
    title: 'Flame graph',
    text: `A flame graph: each box is a ${box}, as wide as the ${quantity} on the stacks that lead through it. What it calls stands below it.`,
    alt: `Flame graph of the ${quantity} in ${visibleText(profile.name)}.`,
    scene: { kind: 'graph', ...wholeGraph, colorBy: 'package', part: null },
  };
}

function picturesOfBoth(
  { profile, view }: Subject,
  { before, comparison }: NonNullable<Subject['compared']>,
): PlannedPicture[] {
  const shown = shownQuantity(comparison, view);
  const quantity = shown === null ? 'values' : lowerFirst(quantityTitle(shown));
  const box = granularityWords[view.granularity];
  const [from, to] = [before, profile].map((side) => distinctName(side, [before, profile]));
  return [
    {
      name: 'sides',
      title: 'Before and after, side by side',
      text: `Flame graphs on one scale: twice as wide is twice as much. Each box is a ${box}, as wide as the ${quantity} on the stacks that lead through it; what it calls stands below it.`,
      alt: `Flame graphs side by side on one scale: ${quantity} in ${from} before and ${to} after.`,
      scene: {
        kind: 'sides',
        ...wholeGraph,
        colorBy: 'package',
        scale: 'shared',
        parts: null,
      },
    },
    {
      name: 'difference',
      title: 'Difference flame graph',
      text: `Both sides as one flame graph, whose colours say what changed: each box is as wide as the ${quantity} of both sides together.`,
      alt: `Difference flame graph: where the ${quantity} fell and rose from ${from} to ${to}.`,
      scene: {
        kind: 'difference',
        ...wholeGraph,
        width: 'both',
        changeColor: 'absolute',
        part: null,
      },
    },
  ];
}

/** How a report's pictures are drawn: they are lifted out of it and shown alone, and say all themselves. */
export function pictureExport(
  { scene }: PlannedPicture,
  format: ReportExport['format'],
  theme: ReportExport['theme'],
): PictureExport {
  return {
    kind: 'picture',
    format: format === 'md' ? 'png' : 'svg',
    pixelRatio: 2,
    viewWidth: VIEW_WIDTHS[format],
    theme,
    scene,
    caption: {
      title: null,
      files: true,
      subject: true,
      denominator: true,
      legend: true,
      made: true,
    },
  };
}

/** In px: little wider than wikis show pictures, so that texts in them stay legible, and as wide as the page of HTML is. */
const VIEW_WIDTHS = { md: 1000, html: 1120 } as const;
