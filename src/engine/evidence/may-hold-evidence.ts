import { detectFormat } from '../../core/formats/detect.ts';

/** Whether a file that begins so is a text in which evidence may stand, rather than a profile. */
export function mayHoldEvidence(head: Uint8Array): boolean {
  return 'isSearched' in detectFormat(head);
}
