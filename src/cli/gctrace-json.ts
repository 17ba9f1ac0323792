import { isCoarse } from '../core/evidence/gctrace/coarse.ts';
import type { FigureName } from '../core/evidence/gctrace/figures.ts';
import { processCount } from '../core/evidence/gctrace/gctrace.ts';
import { spanOfProcess } from '../core/evidence/gctrace/window.ts';
import { visibleJson } from '../core/text/visible-text.ts';
import { collectorSentences, symptomChange } from '../words/evidence/collector-sentences.ts';
import type { TraceSide } from './gctrace-side.ts';

/** The same for programs, as docs/cli.md says. */
export function gctraceJson(before: TraceSide | null, after: TraceSide): string {
  const answer =
    before === null
      ? sideJson(after)
      : {
          before: sideJson(before),
          after: sideJson(after),
          sentences: [symptomChange(before.figures, after.figures)].filter(Boolean),
        };
  return `${visibleJson(JSON.stringify(answer, null, 2))}\n`;
}

/** JSON has no NaN: figures that the window does not tell become null. */
function sideJson({ name, trace, unreadable, window, figures }: TraceSide) {
  const { process, span } = window;
  const { processStarts } = trace;
  return {
    file: name,
    unreadable: { count: unreadable.count, firstLines: unreadable.first },
    processes: Array.from({ length: processCount(trace) }, (_, index) => ({
      ...spanOfProcess(trace, index),
      collections: (processStarts[index + 1] ?? 0) - (processStarts[index] ?? 0),
    })),
    process: process === null ? null : process + 1,
    window: span,
    figures,
    coarse: (Object.keys(figures) as FigureName[]).filter((figure) => isCoarse(figures, figure)),
    sentences: collectorSentences(figures),
  };
}
