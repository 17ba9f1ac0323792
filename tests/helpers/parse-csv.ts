/** The cells of each row of CSV as RFC 4180 has it. Throws where the text is not that. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length; ) {
    const quoted = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
    quoted.lastIndex = at;
    const match = quoted.exec(text);
    if (match === null) throw new Error(`This is no cell: ${text.slice(at, at + 20)}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    at += match[0].length;
    if (text[at] === ',') at++;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`A cell ends with ${JSON.stringify(text.slice(at, at + 2))}.`);
  }
  if (row.length > 0) throw new Error('The last line does not end.');
  return rows;
}
