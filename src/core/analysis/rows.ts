/*
 * Rows of columns, by plain loops: the iterators of Float64Array.from and keys() take several times as long.
 */

/** The values of some rows of a column, in the order of the rows. */
export function gather(values: Float64Array, rows: Int32Array): Float64Array {
  const gathered = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) gathered[at] = values[rows[at]];
  return gathered;
}

/** The rows of a table of so many for which something holds, ascending. */
export function rowsWhere(length: number, isWanted: (row: number) => boolean): Int32Array {
  const rows = new Int32Array(length);
  let count = 0;
  for (let row = 0; row < length; row++) {
    if (isWanted(row)) rows[count++] = row;
  }
  return rows.slice(0, count);
}
