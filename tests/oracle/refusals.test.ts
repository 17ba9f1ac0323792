import { describe, expect, it } from 'vitest';
import { ProfileFault } from '../../src/core/profile/fault.ts';
import { hasOracle, legacyFormats, oracleProfiles, readOracleProfile } from './oracle-data.ts';

const profiles = hasOracle ? oracleProfiles() : [];

describe.skipIf(!hasOracle)('files that go tool pprof refuses', () => {
  const refused = profiles.filter(({ isAccepted }) => !isAccepted);

  it.each(refused)('$path is refused with a sentence', async ({ path }) => {
    const fault = await readOracleProfile(path).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(fault).toBeInstanceOf(ProfileFault);
    expect((fault as ProfileFault).message).toMatch(/^\S.* cannot be opened\. .*\.$/s);
  });
});

describe.skipIf(!hasOracle)('files in formats older than profile.proto', () => {
  it.each([...legacyFormats])('%s is refused with a sentence', async (path) => {
    await expect(readOracleProfile(path)).rejects.toBeInstanceOf(ProfileFault);
  });
});
