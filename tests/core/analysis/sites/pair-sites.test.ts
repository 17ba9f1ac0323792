import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { indexFrames } from '../../../../src/core/analysis/frames.ts';
import { type NamedSite, namedSite } from '../../../../src/core/analysis/sites/named-site.ts';
import { pairSites } from '../../../../src/core/analysis/sites/pair-sites.ts';
import { findSites } from '../../../../src/core/analysis/sites/sites.ts';
import { GoFile } from '../../../../src/core/evidence/go-source/go-file.ts';
import { RULES } from '../../../../src/core/evidence/patterns/rules/index.ts';
import { readProfile } from '../../../../src/engine/read-profile.ts';

/** The sites of the service's own code on a side of the seed story. */
async function ownSites(side: string, hasSource: boolean): Promise<NamedSite[]> {
  const bytes = readFileSync(`tests/fixtures/pprof/seed-story/${side}/allocs.pb.gz`);
  const profile = await readProfile({ name: side, path: '', bytes }, () => {});
  const index = indexFrames(profile, 'lines', true);
  const source = (path: string) => {
    const file = path.replace('/src/myservice', `resources/example/source/${side}`);
    return hasSource && existsSync(file) ? new GoFile(readFileSync(file, 'utf8')) : null;
  };
  const types = { objects: 0, space: 1 };
  return findSites(profile, index, types, 0, null)
    .map((site) => namedSite(site, index.frames, types, { compiler: () => null, source }, RULES))
    .filter(({ path }) => path.startsWith('/src/myservice'));
}

function drawn(before: readonly NamedSite[], after: readonly NamedSite[]): string {
  const place = (site: NamedSite | null) =>
    site === null ? '-' : `${site.path.split('/').at(-1)}:${site.line}`;
  const lines = pairSites(before, after).map((pair) => {
    const name = (pair.after ?? pair.before)?.functionName.split('/').at(-1);
    return `${place(pair.before).padEnd(17)} ${place(pair.after).padEnd(17)} ${name}`;
  });
  return `\n${lines.sort().join('\n')}\n`;
}

it('pairs the lines of two versions, and tells what is gone and new', async () => {
  const [before, after] = [await ownSites('before', true), await ownSites('after', true)];
  expect(drawn(before, after)).toMatchInlineSnapshot(`
    "
    -                 handlers.go:100   handlers.(*Handler).enrich
    -                 handlers.go:108   handlers.makeLine
    -                 handlers.go:125   handlers.checksum
    -                 handlers.go:139   handlers.newBuffer
    -                 handlers.go:163   handlers.renderAudit
    -                 handlers.go:179   handlers.(*Handler).writeResponse
    -                 handlers.go:69    handlers.(*Handler).ProcessRequest
    -                 handlers.go:79    handlers.collectIDs
    -                 handlers.go:91    handlers.(*Handler).orderKeys
    -                 keys.go:20        keys.CacheKey
    -                 keys.go:33        keys.buildKey
    -                 keys.go:45        keys.itoa
    -                 store.go:32       store.New
    -                 store.go:58       store.(*Store).LookupMany
    codec.go:11       -                 codec.WriteJSON
    handlers.go:101   -                 handlers.(*Handler).enrich
    handlers.go:105   -                 handlers.(*Handler).enrich
    handlers.go:109   -                 handlers.(*Handler).enrich.func1
    handlers.go:120   handlers.go:110   handlers.makeLine
    handlers.go:133   handlers.go:133   handlers.checksum
    handlers.go:138   -                 handlers.renderAudit
    handlers.go:141   -                 handlers.renderAudit
    handlers.go:143   -                 handlers.renderAudit
    handlers.go:147   -                 handlers.auditHeader
    handlers.go:151   -                 handlers.(*Handler).writeResponse
    handlers.go:152   handlers.go:174   handlers.(*Handler).writeResponse
    handlers.go:153   -                 handlers.(*Handler).writeResponse
    handlers.go:54    handlers.go:53    handlers.(*Handler).ServeHTTP
    handlers.go:56    handlers.go:55    handlers.(*Handler).ServeHTTP
    handlers.go:57    handlers.go:56    handlers.(*Handler).ServeHTTP
    handlers.go:79    -                 handlers.collectIDs
    handlers.go:80    -                 handlers.collectIDs
    handlers.go:81    -                 handlers.collectIDs
    handlers.go:82    -                 handlers.collectIDs
    handlers.go:91    -                 handlers.(*Handler).orderKeys
    handlers.go:99    -                 handlers.(*Handler).enrich
    keys.go:16        -                 keys.CacheKey
    keys.go:18        -                 keys.CacheKey
    keys.go:25        -                 keys.buildKey
    keys.go:26        -                 keys.buildKey
    keys.go:27        -                 keys.buildKey
    keys.go:32        -                 keys.itoa
    metrics.go:20     metrics.go:20     metrics.NewRecorder
    metrics.go:39     metrics.go:39     metrics.(*Recorder).Percentiles
    store.go:46       store.go:46       store.newItem
    store.go:49       store.go:52       store.newItem
    store.go:62       -                 store.(*Store).LookupMany
    store.go:75       store.go:75       store.(*Store).Remember
    store.go:77       store.go:77       store.(*Store).Remember
    telemetry.go:41   -                 telemetry.(*Entry).Str
    telemetry.go:47   -                 telemetry.(*Entry).logValue
    telemetry.go:55   -                 telemetry.(*Entry).End
    telemetry.go:61   -                 telemetry.formatField
    "
  `);
});

it('pairs every line of a profile with itself, with and without its source', async () => {
  for (const hasSource of [true, false]) {
    const sites = await ownSites('before', hasSource);
    const pairs = pairSites(sites, sites);
    expect(pairs).toHaveLength(sites.length);
    for (const { before, after } of pairs) expect(before).toBe(after);
  }
});
