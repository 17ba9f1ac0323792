import type { Fairness } from '../../../src/bridge/comparison-api.ts';
import type { View } from '../../../src/bridge/engine-api.ts';
import type { ExportRequest, ExportWhat } from '../../../src/bridge/export-api.ts';
import type { Profile } from '../../../src/core/profile/profile.ts';
import { readProfile } from '../../../src/engine/read-profile.ts';
import type { ExportTools } from '../../../src/export/tools.ts';
import { exportedFiles } from '../../helpers/export-tools.ts';
import { comparedView } from '../../helpers/views.ts';

/** The file of a request. */
export async function exportedBytes(
  tools: ExportTools,
  view: View,
  what: ExportWhat,
  { per = null, percentOf = 'before' }: Partial<ExportRequest> = {},
): Promise<Uint8Array> {
  const files = await exportedFiles({ view, per, percentOf, what }, 'out', tools);
  const [first, ...others] = files;
  if (first === undefined || others.length > 0) throw new Error('An export of data is one file.');
  return first[1];
}

export async function exportedText(...request: Parameters<typeof exportedBytes>): Promise<string> {
  return new TextDecoder().decode(await exportedBytes(...request));
}

/** The view of the second profile compared with the first one in a fair way. */
export function comparedBy(fairness: Fairness): View {
  const rules = { tolerant: true, renames: [] };
  return { ...comparedView, base: { profile: 1, sampleType: 0, rules, fairness } };
}

/** The saved profile of a view, read again as the application reads it. */
export async function exportedProfile(
  tools: ExportTools,
  view: View,
  options: Partial<ExportRequest> = {},
): Promise<Profile> {
  const bytes = await exportedBytes(tools, view, { kind: 'profile' }, options);
  return readProfile({ name: 'saved.pb.gz', path: '', bytes }, () => {});
}
