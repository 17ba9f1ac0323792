import { detectFormat } from '../../src/core/formats/detect.ts';
import { checkProfile } from '../../src/core/profile/check-profile.ts';
import { ProfileFault } from '../../src/core/profile/fault.ts';
import type { Profile } from '../../src/core/profile/profile.ts';
import { foldedText } from './folded-text.ts';

/** Decodes a profile written as text, which may be indented. Throws ProfileFault. */
export function readTextProfile(text: string | Uint8Array): Profile {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(unindented(text)) : text;
  const format = detectFormat(bytes);
  if (!('startDecoding' in format)) throw new Error('It is not taken for a text profile.');
  const profile = format.startDecoding().finish(bytes, () => {});
  const faults = checkProfile(profile);
  if (faults.length > 0) throw new Error(faults.join(' '));
  return profile;
}

/** The profile as folded text with its warnings, or the sentence why it is none. */
export function textProfile(text: string | Uint8Array): string {
  try {
    const profile = readTextProfile(text);
    return foldedText(profile) + profile.warnings.map((warning) => `! ${warning}\n`).join('');
  } catch (thrown) {
    if (thrown instanceof ProfileFault) return thrown.message;
    throw thrown;
  }
}

/** Lines without the spaces that stand before each of them, and without the first if it is blank. */
function unindented(text: string): string {
  return text.replace(/^\n/, '').replace(/^ +/gm, '');
}
