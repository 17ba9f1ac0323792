import type { View } from '../../bridge/engine-api.ts';
import type { SearchResult } from '../../bridge/tree-api.ts';
import type { PatternSource } from '../../core/text/pattern.ts';
import { visibleText } from '../../core/text/visible-text.ts';
import { formatInteger } from '../../core/units/integer.ts';
import { granularityWords } from '../granularity-words.ts';
import { isSavedComparison } from '../saved-comparison.ts';
import { comparedSearchShare, searchShare } from '../search-share.ts';
import { type Viewed, viewedPer, viewedType } from './viewed.ts';

/** What a view has been narrowed to, or is told apart by, where that is not the usual; one sentence part each. */
export function viewFacts(viewed: Viewed): string[] {
  const { view, profile, compared } = viewed;
  const facts = [
    compared === null && isSavedComparison(profile)
      ? 'A saved comparison: values are changes, and widths their sizes, falls and rises alike'
      : '',
    view.focus === null ? '' : `Only stacks through “${focusName(view.focus)}”`,
    view.granularity === 'functions' ? '' : `Told apart by ${granularityWords[view.granularity]}`,
    view.inlines ? '' : 'Inlined calls count for their callers',
    compared === null ? '' : fairnessFact(view, viewedPer(viewed)),
  ];
  return facts.filter((fact) => fact !== '');
}

/** What is highlighted, and how much it is. */
export function searchFact(viewed: Viewed, { text }: PatternSource, found: SearchResult): string {
  const share =
    viewed.compared === null
      ? searchShare(found, viewedType(viewed), viewed.view)
      : comparedSearchShare(found);
  return `Highlighted: “${visibleText(text)}”, ${share}`;
}

function focusName(focus: NonNullable<View['focus']>): string {
  return visibleText(focus.kind === 'frame' ? focus.name : focus.pattern.text);
}

function fairnessFact({ base }: View, per: string): string {
  switch (base?.fairness.kind) {
    case 'per': {
      if (per === '') return 'Values as measured: what is there at one moment is not divided';
      const { before, after } = base.fairness;
      return `Values ${per}: divided by ${numberText(before)} before and ${numberText(after)} after`;
    }
    case 'sameTotal':
      return 'Values after are scaled so that both sides have the same total';
    default:
      return '';
  }
}

const numberText = (value: number) =>
  Number.isInteger(value) ? formatInteger(value) : String(value);
