/** Bytes of a name's beginning at most: file systems take 255 in all. */
const MAX_BYTES = 200;

/** What Windows takes for devices, whatever stands behind a dot. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * Name of a picture beside a file, such as `report-sides.png` beside `report.md`. All systems take it, and
 * so do addresses as it is: what is neither letter nor digit becomes a hyphen.
 */
export function pictureFileName(fileName: string, picture: string): string {
  const stem = fileName
    .replace(/\.[^.]*$/, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const { read } = new TextEncoder().encodeInto(stem, new Uint8Array(MAX_BYTES));
  const kept = stem.slice(0, read);
  return `${kept === '' || DEVICE.test(kept) ? 'report' : kept}-${picture}.png`;
}
