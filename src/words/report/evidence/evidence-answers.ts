import type { BenchmarkComparison } from '../../../bridge/benchmarks-api.ts';
import type { CollectorProcesses, CollectorSides } from '../../../bridge/collector-api.ts';
import type { EngineMethod, EngineParams, EngineResult, View } from '../../../bridge/engine-api.ts';
import type { EscapeChangeTable, EscapeTable } from '../../../bridge/escape-api.ts';
import type { EvidenceKind, EvidenceSides, OpenEvidence } from '../../../bridge/evidence-api.ts';
import type { LoadReportsOfSides } from '../../../bridge/load-api.ts';
import type { Sites } from '../../../bridge/sites-api.ts';
import { tellsOf } from '../../evidence/tells-of.ts';

/** Asks the engine. */
export type Ask = <M extends EngineMethod>(
  method: M,
  params: EngineParams<M>,
) => Promise<EngineResult<M>>;

/** All that the engine tells of evidence for a report; null for a kind of which there is none. */
export interface EvidenceAnswers {
  /** The texts of both runs, in the order of the ids that were asked about. */
  readonly before: readonly OpenEvidence[];
  readonly after: readonly OpenEvidence[];
  readonly collector: CollectorSides | null;
  readonly benchmarks: BenchmarkComparison | null;
  /** Lines of the side after, the heaviest first. */
  readonly escapes: EscapeTable | null;
  /** What became of allocations; null where the compiler spoke of one side alone. */
  readonly escapeChanges: EscapeChangeTable | null;
  readonly load: LoadReportsOfSides | null;
  readonly sites: Sites | null;
}

/** Asks for all that there is to report of some texts, and of the sites of a view of allocations. */
export async function askEvidence(
  ask: Ask,
  texts: readonly OpenEvidence[],
  sides: EvidenceSides,
  view: View,
): Promise<EvidenceAnswers> {
  const textsOf = (ids: readonly number[]) =>
    ids.flatMap((id) => texts.filter((text) => text.id === id));
  const [before, after] = [textsOf(sides.before), textsOf(sides.after)];
  const has = (kind: EvidenceKind, of: readonly OpenEvidence[] = [...before, ...after]) =>
    of.some((text) => tellsOf(text, kind));
  const question = { sides, view };
  const isBoth = has('escape', before) && has('escape', after);
  return {
    before,
    after,
    collector: has('gctrace') ? await askCollector(ask, sides, view) : null,
    benchmarks: has('benchmarks')
      ? await ask('benchmarks', { ...question, ignoredKeys: [] })
      : null,
    escapes: has('escape', after)
      ? await ask('escapeLines', {
          ...question,
          side: 'after',
          grouping: 'line',
          flags: ALL_LINES,
          filter: null,
          sort: { column: 'objects', descending: true },
        })
      : null,
    escapeChanges: isBoth
      ? await ask('escapeChanges', { ...question, kinds: ALL_CHANGES, filter: null })
      : null,
    load: has('load') ? await ask('loadReports', question) : null,
    sites: await ask('sites', { ...question, sources: { before: [], after: [] } }),
  };
}

/** Of flags and of kinds, all bits. */
const ALL_LINES = 0x7f_ff;
const ALL_CHANGES = 0xff;

/** The figures of the process with the most collections on each side: the others of a text are starts of helpers. */
async function askCollector(ask: Ask, sides: EvidenceSides, view: View): Promise<CollectorSides> {
  const found = await ask('collectorProcesses', { sides, view });
  const processes = { before: busiest(found.before), after: busiest(found.after) };
  return await ask('collectorFigures', { sides, view, processes, span: null });
}

/** Its place; -1 where there is none. */
function busiest(processes: CollectorProcesses['after']): number {
  let place = -1;
  for (const [at, { collections }] of processes.entries()) {
    if (collections > (processes[place]?.collections ?? 0)) place = at;
  }
  return place;
}
