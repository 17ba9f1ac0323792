import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodePprof } from '../../src/core/formats/pprof/decode.ts';
import { encodePprof } from '../../src/core/formats/pprof/encode.ts';
import { checkProfile } from '../../src/core/profile/check-profile.ts';
import { ProfileFault } from '../../src/core/profile/fault.ts';
import type { Profile } from '../../src/core/profile/profile.ts';
import { readProfile } from '../../src/engine/read-profile.ts';
import { foldedText } from '../helpers/folded-text.ts';

/*
 * Every profile and investigation in tests/fixtures is read, by its content alone, and what becomes of a small one is
 * compared with a reviewed text in tests/golden. A new case is a dropped file; the first run writes its
 * text. tests/fixtures/ORIGIN.md says where the files come from.
 */

const fixtures = join(import.meta.dirname, '../fixtures');
const goldens = join(import.meta.dirname, '../golden');

/** Larger files give texts that nobody would review. */
const GOLDEN_BYTES = 2048;

const files = ['pprof', 'investigation']
  .flatMap((folder) =>
    readdirSync(join(fixtures, folder), { recursive: true, withFileTypes: true }),
  )
  .filter((entry) => entry.isFile())
  .map((entry) => relative(fixtures, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .sort();

describe('fixtures', () => {
  it.each(files)('%s', async (file) => {
    const bytes = readFileSync(join(fixtures, file));
    const outcome = await readProfile({ name: '', path: '', bytes }, () => {}).catch(faultMessage);
    if (typeof outcome !== 'string') {
      expect(checkProfile(outcome)).toEqual([]);
      const again = decodePprof(encodePprof(outcome), () => {});
      expect(foldedText(again)).toBe(foldedText(outcome));
    }
    if (bytes.length <= GOLDEN_BYTES) {
      await expect(describeOutcome(outcome)).toMatchFileSnapshot(join(goldens, `${file}.txt`));
    }
  });
});

function faultMessage(thrown: unknown): string {
  if (thrown instanceof ProfileFault) return thrown.message;
  throw thrown;
}

function describeOutcome(outcome: Profile | string): string {
  if (typeof outcome === 'string') return `${outcome}\n`;
  const warnings = outcome.warnings.map((warning) => `warning ${warning}\n`);
  return warnings.join('') + foldedText(outcome);
}
