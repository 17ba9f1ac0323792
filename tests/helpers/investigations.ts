import { type PackedFile, packContents } from '../../src/backend/investigation/container.ts';
import type { InvestigationFile } from '../../src/backend/investigation/investigation-file.ts';
import type { InvestigationView } from '../../src/bridge/investigation.ts';
import { comparedState, screenState } from './screen-states.ts';

/** A profile as it is looked at first, with nothing searched for. */
export const profileView: InvestigationView = {
  screen: screenState,
  search: { text: '', regex: false, caseSensitive: false },
  orientation: 'icicle',
  colorBy: 'package',
  facet: 'profile',
};

/** An investigation of two profiles that lie nowhere. */
export const comparison: InvestigationFile = {
  format: 'allocscope investigation',
  version: 2,
  savedBy: 'Allocscope 0.1.0',
  profiles: [
    { name: 'before.pb.gz', sha256: 'a'.repeat(64), path: '/p/before.pb.gz', relativePath: null },
    { name: 'after.pb.gz', sha256: 'b'.repeat(64), path: null, relativePath: null },
  ],
  screen: comparedState,
  search: { text: 'main', regex: true, caseSensitive: false },
  orientation: 'flame',
  evidence: [
    {
      name: 'gc.log',
      sha256: 'c'.repeat(64),
      path: '/p/gc.log',
      relativePath: 'gc.log',
      side: 'before',
    },
  ],
  colorBy: 'share',
  facet: 'collector',
  notes: 'Line one.\nLine two: “<script>”',
};

/** The bytes of a file with this text, and these profiles inside. */
export async function fileOf(
  text: string,
  profiles: readonly Omit<PackedFile, 'folder'>[] = [],
): Promise<Uint8Array> {
  async function* inside() {
    yield* profiles.map((profile) => ({ folder: 'profiles' as const, ...profile }));
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of packContents(text, profiles.length > 0 ? inside() : null)) {
    chunks.push(chunk.slice());
  }
  return new Uint8Array(Buffer.concat(chunks));
}
