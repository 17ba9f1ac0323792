import {
  plainText,
  REPORT_HEADINGS,
  type ReportDocument,
} from '../../../core/text/report/report-document.ts';
import { askComparison } from '../../report/report-document.ts';
import { NOTHING, type Part, type Sheet, stacked } from '../parts/part.ts';
import { phrasesPart, reportTablePart } from '../parts/report-table.ts';
import { paragraph } from '../parts/text.ts';
import type { ComparedSubject } from '../subject.ts';
import { nothingHere } from './nothing-here.ts';
import type { Body, SceneContext } from './scene.ts';
import { topTable } from './top-table.ts';
import { totalsPart } from './totals.ts';

/** Functions that the summary of one profile names. */
const TOP_ROWS = 10;

/** Totals and the largest functions of a profile; of a comparison what changed, and how sure that is. */
export function summaryBody(context: SceneContext): Promise<Body> {
  const { compared } = context.subject;
  return compared === null ? profileSummary(context) : comparisonSummary(context, compared);
}

async function profileSummary(context: SceneContext): Promise<Body> {
  const sort = { column: 'flat', descending: true } as const;
  const table = await topTable({ kind: 'top', sort, filter: null }, TOP_ROWS, context);
  return { ...table, part: stacked([totalsPart(context), table.part], 20) };
}

async function comparisonSummary(
  { sheet, subject, tools }: SceneContext,
  compared: ComparedSubject,
): Promise<Body> {
  const report = await askComparison(subject, compared, tools);
  const part = report === null ? nothingHere(sheet, subject) : reportPart(sheet, report);
  return { part, legend: NOTHING, notes: [] };
}

function reportPart(sheet: Sheet, { headline, paragraphs, tables, hazards }: ReportDocument): Part {
  const { colors } = sheet;
  const head = paragraph(sheet, [
    { face: 'semibold', sizePx: 16, color: colors.ink, text: plainText(headline) },
  ]);
  const sentences = paragraphs.map((phrases) => phrasesPart(sheet, phrases, 12.5));
  return stacked(
    [
      stacked([head, ...sentences], 5),
      ...tables.map((table) => reportTablePart(sheet, table)),
      hazardsPart(sheet, hazards),
    ],
    20,
  );
}

function hazardsPart(sheet: Sheet, hazards: ReportDocument['hazards']): Part {
  if (hazards.length === 0) return NOTHING;
  const { colors } = sheet;
  const title = paragraph(sheet, [
    { face: 'semibold', sizePx: 13.5, color: colors.ink, text: REPORT_HEADINGS.hazards },
  ]);
  const sentences = hazards.map(({ severity, text }) => {
    const color =
      severity === 'stop' ? colors.danger : severity === 'warn' ? colors.warn : colors.ink2;
    return paragraph(sheet, [{ face: 'regular', sizePx: 12, color, text }]);
  });
  return stacked([title, ...sentences], 4);
}
