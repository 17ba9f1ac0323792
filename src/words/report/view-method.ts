import type { View } from '../../bridge/engine-api.ts';
import type { ValueType } from '../../core/profile/profile.ts';
import type { Phrase, ReportEntry } from '../../core/text/report/report-document.ts';
import { visibleText } from '../../core/text/visible-text.ts';
import { describeSampleType } from '../../core/units/sample-type-words.ts';
import { granularityWords } from '../granularity-words.ts';

/** What is looked at, as it is named by `title`: `Objects allocated per request (alloc_objects).` */
export function quantityEntry(sampleType: ValueType, title: string): ReportEntry {
  const name = visibleText(sampleType.type);
  const named: Phrase[] = name === '' ? [] : [' (', { code: name }, ')'];
  const { sentence } = describeSampleType(sampleType);
  return { label: 'Quantity', text: [title, ...named, `. ${sentence}`] };
}

/** How a view tells apart what it counts, and what it leaves out. */
export function viewEntries({ granularity, inlines, focus }: View): ReportEntry[] {
  const inlined = inlines
    ? 'inlined calls count for themselves'
    : 'inlined calls count for their callers';
  const rows = `one row for each ${granularityWords[granularity]}; ${inlined}`;
  return [
    { label: 'Granularity', text: [rows] },
    ...(focus === null
      ? []
      : [{ label: 'Only stacks through', text: [{ code: focusName(focus) }] }]),
  ];
}

/** What all stacks lead through that a focus keeps, fit to be shown. */
export const focusName = (focus: NonNullable<View['focus']>): string =>
  visibleText(focus.kind === 'frame' ? focus.name : focus.pattern.text);
