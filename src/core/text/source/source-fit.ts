import { parseGoName } from '../go-name.ts';
import { visibleText } from '../visible-text.ts';
import { beginningOf, beginsOn, declarationAround, declarationOf } from './go-declaration.ts';

/** What a profile says of a function's source, and the text that was found for it. */
export interface FittedSource {
  readonly lines: readonly string[];
  /** Symbol of the function; '' where all functions of the file are looked at. */
  readonly functionName: string;
  /** Where it starts, 1-based; 0 when unknown. */
  readonly startLine: number;
  /** Lines that have values, ascending; below 1 for unknown ones. */
  readonly valued: ArrayLike<number>;
}

/**
 * Why a text is not the one that was profiled, as sentences; none where nothing says so. Only signs count that the
 * profiled file itself cannot give.
 */
export function signsOfOtherSource({
  lines,
  functionName,
  startLine,
  valued,
}: FittedSource): string[] {
  const beginning = beginningOf(functionName);
  const name = visibleText(parseGoName(functionName).name);
  const declared = declarationOf(lines, beginning);
  const last = valued.length === 0 ? 0 : valued[valued.length - 1];
  const signs: string[] = [];
  if (last > lines.length) {
    signs.push(`It ends at line ${lines.length}, and the profile has values at line ${last}.`);
  }
  if (beginning.kind === 'named' && declared === 0) {
    signs.push(`It declares no ${name}.`);
  } else if (startLine > 0 && startLine <= lines.length) {
    if (!beginsOn(lines[startLine - 1], beginning)) {
      const where = declared > 0 ? `, but on line ${declared}` : '';
      signs.push(`${name} does not begin on line ${startLine}, as the profile says${where}.`);
    }
  } else if (declared > 0) {
    const range = declarationAround(lines, declared);
    const outside = linesOf(valued).filter(
      (line) => range !== null && (line < range.first || line > range.last),
    );
    if (outside.length > 0) {
      signs.push(`The profile has values at ${listed(outside)}, outside of ${name}.`);
    }
  }
  const empty = linesOf(valued).filter((line) => isWithoutCode(lines[line - 1]));
  if (empty.length > 0)
    signs.push(`There is no code on ${listed(empty)}, which the profile names.`);
  return signs;
}

const linesOf = (valued: ArrayLike<number>) => Array.from(valued).filter((line) => line > 0);

function isWithoutCode(line: string | undefined): boolean {
  if (line === undefined) return false;
  const code = line.trim();
  return code === '' || code.startsWith('//');
}

function listed(lines: readonly number[]): string {
  if (lines.length === 1) return `line ${lines[0]}`;
  const shown = lines.slice(0, 3).join(', ');
  return lines.length > 3 ? `lines ${shown} and ${lines.length - 3} more` : `lines ${shown}`;
}
