import type { ProfileSummary } from '../../../bridge/engine-api.ts';
import type { ReportSection } from '../../../core/text/report/report-document.ts';
import { countedTotals } from '../../counted-totals.ts';
import { memStatsFacts } from '../../mem-stats.ts';
import { memStatsPair } from '../../mem-stats-pair.ts';
import type { ProfileTotal } from './profile-results.ts';

/** The profiles of a report with what the runtime counted; of one profile `before` is null. */
export interface CountedRuns {
  readonly before: Pick<ProfileSummary, 'memStats'> | null;
  readonly after: Pick<ProfileSummary, 'memStats'>;
}

/** What the runtime counted of allocations since each start, nothing of it sampled, as totals to divide. */
export function countedProfileTotals({ before, after }: CountedRuns): ProfileTotal[] {
  const types = [
    { type: 'alloc_objects', unit: 'count' },
    { type: 'alloc_space', unit: 'bytes' },
  ];
  return types.flatMap((sampleType) => {
    const counted = countedTotals(sampleType.type, (before ?? after).memStats, after.memStats);
    if (counted === null) return [];
    const quantity = { sampleType, per: null };
    const was = before === null ? Number.NaN : counted.before;
    return [{ quantity, before: was, after: counted.after, evidence: null }];
  });
}

/** All that the runtime counted since each start; null where no profile says it. */
export function countedSection({ before, after }: CountedRuns): ReportSection | null {
  const [was, is] = [before?.memStats ?? null, after.memStats];
  if (was === null && is === null) return null;
  const rows =
    before === null
      ? is === null
        ? []
        : memStatsFacts(is)
            .filter(({ text }) => text !== '')
            .map(({ label, text }) => [{ text: [label] }, { text: [text] }])
      : memStatsPair(was, is).map((row) =>
          [row.label, row.before, row.after, row.change].map((text) => ({ text: [text] })),
        );
  return {
    title: 'What the runtime counted',
    paragraphs: [['Since each process started, by runtime.MemStats: counted, not sampled.']],
    tables: [
      {
        title: 'Since the start',
        note: '',
        headings: before === null ? ['figure', 'value'] : ['figure', 'before', 'after', 'change'],
        rows,
        empty: 'Nothing was counted.',
      },
    ],
  };
}
