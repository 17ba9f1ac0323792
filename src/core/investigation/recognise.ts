/** What the JSON of an investigation begins with, as the value of its first key. */
export const INVESTIGATION_FORMAT = 'allocscope investigation';

/** Name of the JSON inside an archive, in which it comes first. */
export const INVESTIGATION_ENTRY = 'investigation.json';

/** From so many bytes on it can be told whether they are the beginning of an investigation. */
export const INVESTIGATION_HEAD_BYTES = 256;

const JSON_HEAD = new RegExp(`^\\ufeff?\\s*\\{\\s*"format"\\s*:\\s*"${INVESTIGATION_FORMAT}"`);

/** A local file header of a zip archive: its signature, 26 bytes in all, the name's length, the name. */
const ENTRY_NAME_AT = 30;

/** Whether a file is an investigation, by its beginning: the JSON itself, or an archive that begins with it. */
export function isInvestigation(bytes: Uint8Array): boolean {
  const head = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    bytes.subarray(0, INVESTIGATION_HEAD_BYTES),
  );
  if (JSON_HEAD.test(head)) return true;
  return (
    head.startsWith('PK\x03\x04') &&
    latin1(bytes, ENTRY_NAME_AT, INVESTIGATION_ENTRY.length) === INVESTIGATION_ENTRY &&
    bytes[26] === INVESTIGATION_ENTRY.length &&
    bytes[27] === 0
  );
}

function latin1(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}
