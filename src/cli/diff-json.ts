import { visibleJson } from '../core/text/visible-text.ts';
import type { Certainty } from './certainty.ts';
import type { DiffOptions } from './diff-options.ts';
import type { DiffReport, DiffRow } from './diff-report.ts';
import { type DiffSubject, perOf } from './diff-view.ts';

/** A comparison for programs, as docs/cli.md says: one row on a line. */
export function diffJson(subject: DiffSubject, options: DiffOptions, report: DiffReport): string {
  const { sampleType, sum, scale, percent, confidence, hazards, rows } = report;
  const { fairness, pair } = subject;
  const { focus, percentOf, nodes } = options;
  const head = JSON.stringify({
    sampleType: sampleType.type,
    unit: sampleType.unit,
    before: sum.before,
    after: sum.after,
    scales: scale,
    per: perOf(subject, pair),
    normalized: fairness.kind === 'sameTotal',
    focus: focus?.pattern.text ?? null,
    percentOf: percent.of,
    percentTotal: percent.total,
    ...(percentOf === 'net' && { netTotal: percent.total }),
    confidence:
      'reason' in confidence
        ? confidence
        : { level: confidence.level, ...certaintyJson(confidence.whole) },
    hazards,
  });
  const lines = rows.slice(0, nodes ?? rows.length).map((row) => `\n${JSON.stringify(rowOf(row))}`);
  return visibleJson(`${head.slice(0, -1)},"rows":[${lines.join(',')}\n]}\n`);
}

function rowOf({ name, nameBefore, joinedBy, before, after, certainty }: DiffRow) {
  return {
    function: name,
    before,
    after,
    ...(joinedBy !== 'exact' && { joinedBy }),
    ...(nameBefore !== '' && { nameBefore }),
    confidence: certainty && {
      flat: certaintyJson(certainty.flat),
      cum: certaintyJson(certainty.cum),
    },
  };
}

/** JSON has no infinity: what is without bound, or not known, becomes null. */
function certaintyJson({ before, after, delta, ratio, p, q, isTooFew, drawn }: Certainty) {
  return { before, after, delta, ratio, p, q, tooFew: isTooFew, drawn };
}
