import type { Interned } from '../interned.ts';
import type { DiagnosticRows } from './diagnostic-rows.ts';
import { DiagnosticKind } from './diagnostics.ts';

/**
 * Fills in the function of the diagnostics that do not name it: the one declared last before, in files where
 * `-m=2` names every function (`can inline F with cost …`, `cannot inline F: …`). `-m` names only those that can
 * be inlined, which says nothing about what stands after them.
 */
export function fillFunctions(rows: DiagnosticRows, texts: Interned): void {
  const declared = declarations(rows, texts);
  const inOrder = Array.from(rows.file.keys())
    .filter((row) => rows.function[row] === 0 && declared.has(rows.file[row]))
    .sort((a, b) => byPlace(rows, a, b));
  let file = -1;
  let next = 0;
  for (const row of inOrder) {
    if (rows.file[row] !== file) {
      file = rows.file[row];
      next = 0;
    }
    const ofFile = declared.get(file) ?? [];
    while (next < ofFile.length && byPlace(rows, ofFile[next], row) <= 0) next++;
    if (next > 0)
      rows.function[row] = texts.rowOf(plainName(texts, rows.subject[ofFile[next - 1]]));
  }
}

/** The rows that declare functions, in their order, of each file where all of them are named. */
function declarations(rows: DiagnosticRows, texts: Interned): Map<number, number[]> {
  const byFile = new Map<number, number[]>();
  const complete = new Set<number>();
  for (let row = 0; row < rows.length; row++) {
    const kind = rows.kind[row];
    if (kind !== DiagnosticKind.canInline && kind !== DiagnosticKind.cannotInline) continue;
    const file = rows.file[row];
    // With -m=2 the cost and the body stand behind the name of what can be inlined.
    const isExplained = texts.texts[rows.message[row]].includes(' as: ');
    if (kind === DiagnosticKind.cannotInline || isExplained) complete.add(file);
    if (isClosure(texts.texts[rows.subject[row]])) continue;
    const known = byFile.get(file);
    if (known === undefined) byFile.set(file, [row]);
    else known.push(row);
  }
  for (const [file, ofFile] of byFile) {
    if (complete.has(file)) ofFile.sort((a, b) => byPlace(rows, a, b));
    else byFile.delete(file);
  }
  return byFile;
}

/** Its declaration does not end what is around it. */
function isClosure(name: string): boolean {
  return /\.(?:func|gowrap|deferwrap)\d|-range\d/.test(name);
}

/** Instantiations of a generic function are one function. */
function plainName(texts: Interned, row: number): string {
  return texts.texts[row].replace(/\[.*\]/, '[...]');
}

function byPlace(rows: DiagnosticRows, a: number, b: number): number {
  return (
    rows.file[a] - rows.file[b] || rows.line[a] - rows.line[b] || rows.column[a] - rows.column[b]
  );
}
