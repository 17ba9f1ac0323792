import type { Profiles } from '../profiles.ts';
import { shortDigest } from './digest-words.ts';
import type { EvidenceReference } from './investigation-file.ts';
import type { Found } from './seek-file.ts';

/**
 * Opens the texts of an investigation beside its profiles, each for its run; one that is open already stays as it
 * is. The result is a sentence for each that is gone or changed, which is no reason not to open the others.
 */
export async function openTexts(
  profiles: Profiles,
  investigation: string,
  references: readonly EvidenceReference[],
  found: readonly (Found | null)[],
): Promise<string[]> {
  const remarks: string[] = [];
  for (const [at, reference] of references.entries()) {
    const { name, sha256, side } = reference;
    const text = found[at] ?? null;
    if (text === null) {
      remarks.push(missing(reference));
    } else if (isOpen(profiles, text.sha256, side)) {
      await profiles.discard(text.source);
    } else {
      const id = await profiles.openText({ ...text.source, name }, side);
      // Where it is null, an event has told why.
      if (id !== null && text.sha256 !== sha256) {
        remarks.push(
          `${name} is not the text of which ${investigation} was saved: its SHA-256 begins with ${shortDigest(text.sha256)}, not with ${shortDigest(sha256)}. What it says may be about another run.`,
        );
      }
    }
  }
  return remarks;
}

function missing({ name, path, relativePath }: EvidenceReference): string {
  const place = path ?? relativePath;
  return place === null
    ? `${name} is missing inside the investigation: open it again to see what it says.`
    : `${name} is not there any more, where it was (${place}): open it from where it is now.`;
}

function isOpen(profiles: Profiles, sha256: string, side: EvidenceReference['side']): boolean {
  return profiles.evidence().some((text) => text.sha256 === sha256 && text.side === side);
}
