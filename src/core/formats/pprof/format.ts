import type { FileFormat } from '../file-format.ts';
import { PprofDecoding } from './decode.ts';

/** Uncompressed pprof protobuf. */
export const pprof: FileFormat = {
  // Ids and lengths are small numbers, which are control characters, so it never looks like text.
  recognises: ({ bytes, text }) => text === '' && looksLikeProfile(bytes),
  startDecoding: () => new PprofDecoding(),
};

/** Wire type of each field of the Profile message; -1 where the number is not used. */
const WIRE_TYPES = [-1, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 2, 0, 2, 0, 0];
const FIELD_COMMENT = 13; // packed or not

/** So many fields of the right number and type are no coincidence. */
const FIELDS_TO_SEE = 8;

/** Walks the first fields. A file that breaks off in one of them is still one, a damaged one. */
function looksLikeProfile(bytes: Uint8Array): boolean {
  let at = 0;
  for (let seen = 0; seen < FIELDS_TO_SEE; seen++) {
    if (at >= bytes.length) return seen > 0 && at === bytes.length;
    const tag = readVarint();
    const field = Math.floor(tag / 8);
    const wireType = tag % 8;
    const isKnown = wireType === WIRE_TYPES[field] || (field === FIELD_COMMENT && wireType === 0);
    // A later version of the format may have more fields, but hardly as its first.
    const isNew = seen > 0 && field >= WIRE_TYPES.length && [0, 1, 2, 5].includes(wireType);
    if (!isKnown && !isNew) return false;
    if (wireType === 1) at += 8;
    else if (wireType === 5) at += 4;
    else {
      const value = readVarint();
      if (wireType === 2) at += value;
    }
    if (at > bytes.length) return seen > 0;
  }
  return true;

  /** At the end of the bytes `at` is led past it, which the callers test. */
  function readVarint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = at < bytes.length ? bytes[at] : 0;
      at++;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  }
}
