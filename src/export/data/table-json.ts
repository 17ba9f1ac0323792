import type { Confidence } from '../../bridge/comparison-api.ts';
import type { ProfileSummary, View } from '../../bridge/engine-api.ts';
import type { Quantity } from '../../core/text/comparison/quantity-words.ts';
import { visibleJson } from '../../core/text/visible-text.ts';
import type { TableColumn } from '../../words/table/table-column.ts';
import type { ExportTools } from '../tools.ts';

/** A table with what its numbers refer to. */
export interface ExportedTable {
  readonly columns: readonly TableColumn[];
  readonly rows: number;
  /** Rows before the filter of the table. */
  readonly rowCount: number;
  readonly quantity: Quantity;
  /** What percentages refer to, as shown. */
  readonly percentOf: { readonly side: string; readonly total: number };
  /** Of a comparison alone; null else. */
  readonly confidence: Confidence | null;
}

/** The facts of a table as JSON up to its rows, which are an array behind them. */
export function tableHead(
  view: View,
  { columns, rowCount, quantity, percentOf, confidence }: ExportedTable,
  tools: ExportTools,
): string {
  const { granularity, inlines, focus, base } = view;
  const profiles = base === null ? [view.profile] : [base.profile, view.profile];
  const head = {
    format: 'allocscope-table',
    version: 1,
    madeBy: `Allocscope ${tools.version}`,
    madeAt: new Date(tools.nowMillis).toISOString(),
    table: base === null ? 'top' : 'difference',
    profiles: profiles.map((id) => profileFacts(tools.profile(id))),
    sampleType: quantity.sampleType.type,
    unit: quantity.sampleType.unit,
    granularity,
    inlines,
    focus,
    ...(base !== null && { fairness: base.fairness, per: quantity.per, rules: base.rules }),
    percentOf,
    ...(confidence !== null && {
      confidence: 'reason' in confidence ? confidence : { level: confidence.level },
    }),
    rowCount,
    columns: columns.map(({ key, heading }) => ({ key, heading })),
  };
  return visibleJson(`${JSON.stringify(head).slice(0, -1)},"rows":[`);
}

function profileFacts({ name, sha256, fileBytes, timeMillis, durationNanos }: ProfileSummary) {
  return { name, sha256, fileBytes, timeMillis, durationNanos };
}

/** A row as an object by the keys of the columns. */
export function rowJson(columns: readonly TableColumn[], row: number): string {
  return visibleJson(
    JSON.stringify(Object.fromEntries(columns.map(({ key, cell }) => [key, cell(row)]))),
  );
}
