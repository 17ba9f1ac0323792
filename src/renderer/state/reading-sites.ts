import type { View } from '../../bridge/engine-api.ts';
import type { EvidenceSides } from '../../bridge/evidence-api.ts';
import type { SiteRow, Sites, SitesOfSide, SourceFile } from '../../bridge/sites-api.ts';
import type { SourceRole } from '../../bridge/source-api.ts';
import type { App } from './app.ts';
import { siteKey } from './sites.ts';

/** The sites of a view, named by all that could be read. */
export interface ReadSites {
  readonly view: View;
  readonly sites: Sites;
  /** How many of the files of each side were read. */
  readonly sourcesRead: { readonly before: number; readonly after: number };
}

/** How many files are read at a time. */
const READERS = 8;

interface Asked {
  /** Texts, and how often sources were looked for anew. */
  readonly of: string;
  readonly answer: Promise<ReadSites | null>;
}

const asked = new WeakMap<View, Asked>();

/**
 * The sites of a view, asked for once however many parts of the page want them: with the sources of their lines as
 * far as those are beneath folders that the user chose. Null where the view is not about allocations.
 */
export function askSites(app: App, view: View, sides: EvidenceSides): Promise<ReadSites | null> {
  const of = JSON.stringify([sides, app.source.getState().reading]);
  const known = asked.get(view);
  if (known?.of === of) return known.answer;
  const answer = readSites(app, view, sides);
  asked.set(view, { of, answer });
  answer.catch(() => asked.delete(view));
  return answer;
}

async function readSites(app: App, view: View, sides: EvidenceSides): Promise<ReadSites | null> {
  const bare = await app.ask('sites', { view, sides, sources: { before: [], after: [] } });
  if (bare === null) return null;
  const { base } = view;
  const before =
    bare.before !== null && base !== null
      ? await readSources(app, bare.before, base.profile, 'before')
      : [];
  const role = base === null ? 'alone' : 'after';
  const after = await readSources(app, bare.after, view.profile, role);
  const sources = { before, after };
  const isBare = before.length + after.length === 0;
  const sites = isBare ? bare : await app.ask('sites', { view, sides, sources });
  if (sites === null) return null;
  return { view, sites, sourcesRead: { before: before.length, after: after.length } };
}

/** The files of a side that are there. */
async function readSources(
  { host }: Pick<App, 'host'>,
  { files }: SitesOfSide,
  profile: number,
  role: SourceRole,
): Promise<SourceFile[]> {
  const sources: SourceFile[] = [];
  for (let from = 0; from < files.length; from += READERS) {
    const answers = files.slice(from, from + READERS).map(async ({ file, packagePath }) => {
      const sought = { profile, role, file, packagePath, root: null };
      const answer = await host.request('readSource', sought);
      return answer.kind === 'found' ? [{ file, text: answer.text }] : [];
    });
    sources.push(...(await Promise.all(answers)).flat());
  }
  return sources;
}

/** Looks at a line among all of them. */
export function showSite({ sites }: Pick<App, 'sites'>, row: SiteRow | null): void {
  sites.setState({ choice: 'all', chosen: row && siteKey(row) });
}
