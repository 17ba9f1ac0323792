import type { FileFormat } from './file-format.ts';
import { decodeAnything } from './file-head.ts';

/**
 * Gzip that a program took for text and wrote again: as UTF-8, or as UTF-16 where PowerShell redirected it. Bytes from
 * 0x80 on have become some other character each, or the one that replaces what cannot be read.
 */
export const mangledGzip: FileFormat = {
  recognises({ bytes }) {
    const text = decodeAnything(bytes.subarray(0, 16));
    // 1f 8b 08 it was: the magic of gzip, and its only method.
    return text.charCodeAt(0) === 0x1f && text.charCodeAt(1) >= 0x80 && text.charCodeAt(2) === 8;
  },
  refusal: 'It is a compressed file that was saved as if it were text, which destroys it.',
  advice:
    'Capture it again and save the bytes as they come: with "curl -o FILE", not with ">" in PowerShell.',
};
