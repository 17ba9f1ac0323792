import type { View } from '../../../src/bridge/engine-api.ts';
import type { ExportRequest, ReportExport } from '../../../src/bridge/export-api.ts';
import type { EvidenceFile } from '../../../src/cli/export-evidence.ts';
import { ProfileBuilder } from '../../../src/core/profile/builder.ts';
import { drawProfile } from '../../helpers/draw-profile.ts';
import type { Exported } from '../../helpers/export-tools.ts';
import { comparedView, wholeView } from '../../helpers/views.ts';

/** What is reported on in tests. */
export interface Reported {
  readonly profiles: readonly Exported[];
  readonly view: View;
  readonly per: string | null;
  /** Texts that are open besides. */
  readonly texts?: readonly EvidenceFile[];
}

const service = (folder: string, name: string) =>
  new URL(`../../fixtures/pprof/seed-story/${folder}/${name}.pb.gz`, import.meta.url).pathname;

const drawn = (name: string, text: string): Exported => ({ name, profile: drawProfile(text) });

/** The example investigation: 80,000 requests before and after, as its README says. */
export const servicePerRequest: Reported = {
  profiles: [service('before', 'heap'), service('after', 'heap')],
  view: {
    ...comparedView,
    base: {
      profile: 1,
      sampleType: 0,
      rules: { tolerant: true, renames: [{ pattern: 'keys\\.', replacement: 'cache.' }] },
      fairness: { kind: 'per', before: 80_000, after: 80_000 },
    },
  },
  per: 'request',
};

export const serviceAlone: Reported = {
  profiles: [service('before', 'heap')],
  view: wholeView,
  per: null,
};

const example = (folder: 'before' | 'after', name: string): EvidenceFile => ({
  file: new URL(`../../../resources/example/${folder}/${name}`, import.meta.url).pathname,
  side: folder,
});

/** All that the example knows of both runs. */
export const serviceInFull: Reported = {
  profiles: servicePerRequest.profiles,
  view: comparedView,
  per: null,
  texts: (['before', 'after'] as const).flatMap((folder) =>
    ['gctrace.log', 'bench.txt', 'escape.txt', 'load.json'].map((name) => example(folder, name)),
  ),
};

/** A run alone, of which a trace of the collector is known besides. */
export const serviceTraced: Reported = {
  ...serviceAlone,
  texts: [{ ...example('before', 'gctrace.log'), side: null }],
};

const counted = (folder: string) =>
  service(folder, 'heap').replace('heap.pb.gz', 'heap.debug1.txt');

/** Text profiles, which say what the runtime counted, with the reports of both loads. */
export const serviceCounted: Reported = {
  ...serviceInFull,
  profiles: [counted('before'), counted('after')],
  texts: [example('before', 'load.json'), example('after', 'load.json')],
};

/** One of them alone. */
export const serviceCountedAlone: Reported = { ...serviceAlone, profiles: [counted('before')] };

/** A CPU profile, with a focus. */
export const focused: Reported = {
  profiles: [service('before', 'cpu')],
  view: {
    ...wholeView,
    sampleType: 1,
    granularity: 'lines',
    focus: { kind: 'frame', name: 'myservice/handlers.makeLine' },
  },
  per: null,
};

/** Without a period, so that nothing is known of sampling. */
export const drawnPair: Reported = {
  profiles: [
    drawn('before.pb.gz', 'types alloc_objects/count\nmain;serve;encode 60\nmain;serve;log 40'),
    drawn('after.pb.gz', 'types alloc_objects/count\nmain;serve;encode 30\nmain;serve;retry 20'),
  ],
  view: {
    ...comparedView,
    base: {
      profile: 1,
      sampleType: 0,
      rules: { tolerant: false, renames: [] },
      fairness: { kind: 'sameTotal' },
    },
  },
  per: null,
};

export const empty: Reported = {
  profiles: [drawn('empty.pb.gz', 'types alloc_objects/count alloc_space/bytes')],
  view: wholeView,
  per: null,
};

/** Names that would be markup, links, people or more cells. */
export const hostileNames = [
  '<script>alert(1)</script>',
  '</style></svg><img src=x onerror=alert(1)>',
  '|a\\|b|',
  '`code``',
  '![a](https://example.com/a.png)',
  '[a](javascript:alert(1))',
  '@everyone see #1',
  '"quoted"&amp;\'quoted\'',
  'url(#p1) id="t"',
  'evil\u202egnp.exe\u2028',
] as const;

function hostileProfile(): Exported {
  const builder = new ProfileBuilder();
  builder.sampleTypes.push(
    { type: '<b>objects</b>|', unit: 'count' },
    { type: '@all', unit: '<i>' },
  );
  builder.comments.push('<script>alert(1)</script> [a](https://example.com)');
  const mapping = builder.addMapping({ filename: '/srv/<b>|api', buildId: '@id' });
  for (const [at, name] of hostileNames.entries()) {
    const own = builder.addFunction({ name, systemName: name, filename: name, startLine: 0 });
    const location = builder.addLocation({ mapping, lines: [{ function: own, line: 1 }] });
    builder.addSample([location], [at + 3, 1], []);
  }
  return { name: '<img src=x onerror=alert(1)>|@x.pb.gz', profile: builder.finish() };
}

export const hostile: Reported = {
  profiles: [hostileProfile()],
  view: {
    ...wholeView,
    focus: { kind: 'pattern', pattern: { text: '.|<b>', regex: true, caseSensitive: true } },
  },
  per: null,
};

/** A request for a report. */
export const reportRequest = (
  { view, per }: Reported,
  options: Partial<ReportExport> = {},
): ExportRequest & { readonly what: ReportExport } => ({
  view,
  per,
  percentOf: 'before',
  what: {
    kind: 'report',
    format: 'md',
    title: null,
    theme: 'light',
    notes: '',
    evidence: { before: [], after: [] },
    ...options,
  },
});
