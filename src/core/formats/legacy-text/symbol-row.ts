import type { LineCursor } from './line-cursor.ts';

/** What a comment row says of an address: the function there, and where that begins. */
export interface SymbolRow {
  /** '' where the row has none. */
  readonly name: string;
  /** '' when unknown. */
  readonly file: string;
  /** 1-based; 0 when unknown. */
  readonly line: number;
  /** How far the address is from the beginning of the machine code it stands in; -1 when unknown. */
  readonly offset: number;
}

/**
 * Reads what stands after the address in a row of Go's runtime/pprof (`printStackRecord`):
 *
 *     #<tab>0x6eb34d<tab>pkg.(*T).F+0x46d<tabs>/src/file.go:47
 *
 * Tabs may have become spaces on the way. Never throws: what cannot be read is unknown.
 */
export function readSymbolRow(row: LineCursor): SymbolRow {
  row.skipSpaces();
  const from = row.pos;
  const { end: nameEnd, offset } = findNameEnd(row);
  const name = row.text(from, nameEnd);
  row.skipSpaces();
  return { name, offset, ...filePosition(row.rest()) };
}

/** Leads past a name and the offset behind it. Generic names have spaces, so the offset tells where one ends. */
function findNameEnd(row: LineCursor): { readonly end: number; readonly offset: number } {
  const from = row.pos;
  for (; !row.isAtEnd; row.pos++) {
    if (row.peek() !== PLUS) continue;
    const end = row.pos++;
    const offset = row.address();
    if (offset !== null && (row.isAtEnd || row.peek() <= SPACE)) {
      return { end, offset: Number(offset) };
    }
    row.pos = end;
  }
  row.pos = from;
  row.skipToTab();
  return { end: row.pos, offset: -1 };
}

const PLUS = 0x2b;
const SPACE = 0x20;

/** `C:/src/file.go:47` in its two parts. */
function filePosition(text: string): { readonly file: string; readonly line: number } {
  const colon = text.lastIndexOf(':');
  const line = colon < 0 ? '' : text.slice(colon + 1);
  if (line === '' || line.length > 9 || /\D/.test(line)) return { file: text, line: 0 };
  return { file: text.slice(0, colon), line: Number(line) };
}
