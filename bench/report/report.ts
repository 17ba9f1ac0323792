import type { EnginePart, EngineSize } from '../engine/engine-part.ts';
import type { JoinPart } from '../engine/join-part.ts';
import type { Machine } from '../machine.ts';
import type { ComparedPage, PagePart } from '../page/page-part.ts';
import type { PeersSize } from '../peers/peers-part.ts';
import type { ScanSize } from '../scan/scan-part.ts';
import type { Spread } from '../statistics.ts';
import type { Compared, Results } from './results.ts';
import { count, megabytes, milliseconds, ratio, spreadOfMs, table } from './words.ts';

/** The results for people. Times are medians, with the minimum in brackets. */
export function report(results: Results): string {
  const { engine, compare, join, scan, page, peers } = results;
  const sections = [
    describe(results.machine),
    engine && describeEngine(engine),
    compare && describeCompare(compare),
    join && describeJoin(join),
    scan && describeScan(scan),
    page && describePage(page, engine),
    peers && describePeers(peers, engine, page),
    results.warnings.join('\n'),
  ];
  return sections.filter(Boolean).join('\n\n');
}

function describe(machine: Machine): string {
  return [
    `${machine.cpu}, ${machine.cores} cores, ${megabytes(machine.memoryBytes)}`,
    `${machine.system}, Node ${machine.node}, load ${machine.loadAtStart.toFixed(2)} at start`,
  ].join('\n');
}

function describeEngine({ sizes, exponent, exponentOfLargest }: EnginePart): string {
  const row = (title: string, cell: (size: EngineSize) => string) => [title, ...sizes.map(cell)];
  const spreads = (title: string, of: (size: EngineSize) => Spread | null | undefined) =>
    row(title, (size) => {
      const spread = of(size);
      return spread ? spreadOfMs(spread) : 'unknown';
    });
  const questions = Object.keys(sizes[0]?.questionsMs ?? {});
  const lines = [
    'Opening, each time in a new process: file on disk to first slice received; median (minimum)',
    table([
      row('samples', ({ profile }) => count(profile.samples)),
      row('file', ({ profile }) => megabytes(profile.fileBytes)),
      row('inflated', ({ profile }) => megabytes(profile.rawBytes)),
      row('tree nodes', ({ profile }) => count(profile.treeNodes)),
      spreads('gunzip alone', ({ gunzipMs }) => gunzipMs),
      spreads('gunzip(1)', ({ gunzipProgramMs }) => gunzipProgramMs),
      spreads('open', ({ openMs }) => openMs),
      spreads('  on all cores', ({ openCpuMs }) => openCpuMs),
      row(
        'open / gunzip alone',
        ({ openToGunzip, openToGunzipAtBest }) =>
          `${ratio(openToGunzip)} (${ratio(openToGunzipAtBest)})`,
      ),
      row('peak memory', ({ openPeakBytes }) => megabytes(openPeakBytes.median)),
      ...questions.map((question) => spreads(question, ({ questionsMs }) => questionsMs[question])),
      row('peak memory after all', ({ peakBytes }) => megabytes(peakBytes.median)),
    ]),
  ];
  if (exponent !== null) lines.push(`open grows as samples^${exponent.toFixed(2)}`);
  if (exponentOfLargest !== null) {
    lines.push(`  over the two largest as samples^${exponentOfLargest.toFixed(2)}`);
  }
  const largest = sizes.at(-1);
  if (largest) lines.push(`began at (largest): ${phases(largest)}`);
  return lines.join('\n');
}

function describeCompare({ engine: compare, page }: Compared): string {
  const { samples, openMs, compareMs, compareToOpen, compareToOpenAtBest, peakBytes } = compare;
  return [
    `Comparing two runs of ${count(samples)} samples: files on disk to both graphs and the table received`,
    table([
      ['open one', spreadOfMs(openMs)],
      ['compare two', spreadOfMs(compareMs)],
      ['compare / open', `${ratio(compareToOpen)} (${ratio(compareToOpenAtBest)})`],
      ['peak memory', megabytes(peakBytes.median)],
      ...Object.entries(compare.questionsMs).map(([title, spread]) => [title, spreadOfMs(spread)]),
    ]),
    ...(page === null ? [] : describeComparedPage(page)),
  ].join('\n');
}

function describeJoin(join: JoinPart): string {
  return [
    `Joining ${count(join.diagnostics)} diagnostics with a profile of ${count(join.samples)} samples: ${count(join.sites)} lines that allocate`,
    table([
      ['tell its lines apart', spreadOfMs(join.indexMs)],
      ['read the diagnostics', spreadOfMs(join.readMs)],
      ['join', spreadOfMs(join.joinMs)],
      ['peak memory', megabytes(join.peakBytes.median)],
    ]),
  ].join('\n');
}

function phases({ phasesMs }: EngineSize): string {
  return Object.entries(phasesMs)
    .map(([phase, spread]) => `${phase} ${milliseconds(spread.median)}`)
    .join(', ');
}

function describePage(page: PagePart, engine: EnginePart | null): string {
  const same = engine?.sizes.find(({ profile }) => profile.samples === page.samples);
  return [
    `The page in Chromium ${page.chromium}, ${count(page.samples)} samples`,
    table([
      [
        'file chosen to graph drawn',
        milliseconds(page.openMs),
        same ? `${ratio(page.openMs / same.gunzipMs.median)} gunzip alone` : '',
      ],
      [
        'longest task meanwhile',
        milliseconds(page.longestTaskMs),
        `${milliseconds(page.longestWorkMs)} of it work`,
      ],
      ['tasks over 50 ms', String(page.tasksOver50Ms)],
      ['peak memory behind the page', megabytes(page.shellPeakBytes)],
      ['heap of the page', megabytes(page.heapBytes)],
    ]),
    'Main-thread work per frame',
    framesTable(page.frames),
  ].join('\n');
}

function describeComparedPage({ openMs, tasksOver50Ms, frames }: ComparedPage): string[] {
  return [
    'In the page',
    table([
      ['files chosen to all there', milliseconds(openMs)],
      ['tasks over 50 ms', String(tasksOver50Ms)],
    ]),
    'Main-thread work per frame, both graphs together',
    framesTable(frames),
  ];
}

function framesTable({ wheel, click, pan }: PagePart['frames']): string {
  return table([
    ['', 'frames', 'p50', 'p95', 'max', 'p95 with waiting'],
    ...Object.entries({ 'wheel zoom': wheel, 'click zoom': click, pan }).map(([title, work]) => [
      title,
      String(work.frames),
      ...[work.p50, work.p95, work.max, work.wallP95].map(milliseconds),
    ]),
  ]);
}

function describeScan(sizes: readonly ScanSize[]): string {
  const row = (title: string, cell: (size: ScanSize) => string) => [title, ...sizes.map(cell)];
  return [
    'Searching a log, each time in a new application: file named to what was found in it',
    table([
      row('log', ({ fileBytes }) => megabytes(fileBytes)),
      row('collections', ({ collections }) => count(collections)),
      row("grep -c 'gc '", ({ grepMs }) => (grepMs === null ? 'unknown' : spreadOfMs(grepMs))),
      row('open', ({ openMs }) => spreadOfMs(openMs)),
      row('  on all cores', ({ openCpuMs }) => spreadOfMs(openCpuMs)),
      row('open / grep', ({ openToGrep, openToGrepAtBest }) =>
        openToGrep === null || openToGrepAtBest === null
          ? 'unknown'
          : `${ratio(openToGrep)} (${ratio(openToGrepAtBest)})`,
      ),
      row('memory above the base', ({ grownBytes }) => megabytes(grownBytes.median)),
    ]),
  ].join('\n');
}

function describePeers(
  peers: readonly PeersSize[],
  engine: EnginePart | null,
  page: PagePart | null,
): string {
  const rows = peers.flatMap(({ samples, goPprof, speedscope }) => {
    const own = engine?.sizes.find(({ profile }) => profile.samples === samples)?.openMs.median;
    // A page is compared with our page where that was measured.
    const ownPage = page?.samples === samples ? page.openMs : own;
    const row = (peer: string, ms: number, bytes: number | null, ours: number | undefined) => [
      `${peer}, ${count(samples)} samples`,
      milliseconds(ms),
      megabytes(bytes),
      ours === undefined ? '' : ratio(ms / ours),
    ];
    return [
      ...(goPprof ? [row('go tool pprof -top', goPprof.milliseconds, goPprof.peakBytes, own)] : []),
      ...(speedscope
        ? [row('speedscope', speedscope.milliseconds, speedscope.heapBytes, ownPage)]
        : []),
    ];
  });
  if (rows.length === 0) return 'No peers to compare with: neither go nor speedscope is installed.';
  return ['Peers, once each', table([['', 'time', 'memory', 'to ours'], ...rows])].join('\n');
}
