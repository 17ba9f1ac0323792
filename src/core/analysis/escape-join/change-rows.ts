import type { EscapeEvidence } from '../../evidence/escape/diagnostics.ts';
import { type Diagnostic, diagnosticAt } from '../../evidence/escape/read.ts';
import type { Pattern } from '../../text/pattern.ts';
import { compareEscapes, type EscapeChanges } from './changes.ts';
import { costsOfDiagnostics } from './costs.ts';
import type { EscapeJoin } from './escape-join.ts';

/** What the compiler said of a build, with what it costs in a profile of it where there is one. */
export interface CostedEscapes {
  readonly evidence: EscapeEvidence;
  readonly join: EscapeJoin | null;
}

/** A change with its texts and costs. */
export interface ChangeRow {
  /** One of `ChangeKind`. */
  readonly change: number;
  /** Null where it is not said. */
  readonly before: CostedDiagnostic | null;
  readonly after: CostedDiagnostic | null;
  /** What is said after of an expression that is gone from the heap; null for nothing. */
  readonly instead: Diagnostic | null;
}

/** A diagnostic with what its lines cost. */
export interface CostedDiagnostic extends Diagnostic {
  /** NaN where no profile tells. */
  readonly objects: number;
  readonly bytes: number;
  /** Row of the join; -1 where no line that allocates has it. */
  readonly site: number;
}

/** How many there are of each kind, and those of some kinds that match a pattern, the costliest first. */
export function changeRows(
  before: CostedEscapes,
  after: CostedEscapes,
  kinds: number,
  pattern: Pattern | null,
): { readonly counts: readonly number[]; readonly rows: readonly ChangeRow[] } {
  const changes = compareEscapes(before.evidence, after.evidence);
  const [was, is] = [costing(before), costing(after)];
  const counts = [0, 0, 0, 0];
  for (const change of changes.change) counts[change]++;
  const rows = Array.from(changes.change.keys())
    .filter((row) => (kinds & (1 << changes.change[row])) !== 0)
    .map((row) => changeRow(changes, row, was, is))
    .filter((row) => pattern === null || textsOf(row).some(pattern.matches));
  // Equal ones stay in the order of the lines.
  return { counts, rows: rows.sort((a, b) => weightOf(b) - weightOf(a)) };
}

type Costing = (row: number) => CostedDiagnostic | null;

function costing({ evidence, join }: CostedEscapes): Costing {
  const costs = join && costsOfDiagnostics(join, evidence.diagnostics.length);
  return (row) =>
    row < 0
      ? null
      : {
          ...diagnosticAt(evidence, row),
          objects: costs === null ? Number.NaN : costs.objects[row],
          bytes: costs === null ? Number.NaN : costs.bytes[row],
          site: costs === null ? -1 : costs.site[row],
        };
}

function changeRow(changes: EscapeChanges, row: number, was: Costing, is: Costing): ChangeRow {
  return {
    change: changes.change[row],
    before: was(changes.before[row]),
    after: is(changes.after[row]),
    instead: is(changes.instead[row]),
  };
}

function textsOf({ before, after }: ChangeRow): string[] {
  return [before, after].flatMap((said) =>
    said === null ? [] : [said.message, said.function, `${said.path}:${said.line}`],
  );
}

function weightOf({ before, after }: ChangeRow): number {
  return Math.max(before?.objects || 0, after?.objects || 0);
}
