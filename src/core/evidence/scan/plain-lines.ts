const ESCAPE = String.fromCharCode(0x1b);
const BELL = String.fromCharCode(0x07);

/** Sequences that terminals obey: CSI (colours, movements), OSC (titles, links) and those of two characters. */
const terminalSequences = new RegExp(
  [
    String.raw`${ESCAPE}\[[0-?]*[ -/]*[@-~]`,
    String.raw`${ESCAPE}\][^${ESCAPE}${BELL}]*(?:${BELL}|${ESCAPE}\\)`,
    String.raw`${ESCAPE}[@-Z\\^_]`,
  ].join('|'),
  'g',
);

/**
 * The lines that people see in a line of a log, or in what a shipper made of one: without what only terminals obey, and without NULs. A progress
 * bar returns to the beginning of its line and writes it anew, so that each return ends one.
 */
export function plainLines(line: string): readonly string[] {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  if (!/[\0\r\n]/.test(text) && !text.includes(ESCAPE)) return [text];
  return text
    .replaceAll(terminalSequences, '')
    .replaceAll('\0', '')
    .split(/[\r\n]/);
}
