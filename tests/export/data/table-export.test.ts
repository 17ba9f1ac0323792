import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableExport } from '../../../src/bridge/export-api.ts';
import { FrameTexts } from '../../../src/words/frame-texts.ts';
import { arbitraryProfile } from '../../helpers/arbitrary-profile.ts';
import { drawProfile } from '../../helpers/draw-profile.ts';
import { exportTools } from '../../helpers/export-tools.ts';
import { parseCsv } from '../../helpers/parse-csv.ts';
import { comparedView, wholeView } from '../../helpers/views.ts';
import { comparedBy, exportedText } from './exported.ts';

const before = drawProfile(`
  types alloc_objects/count alloc_space/bytes
  main.main@m.go:1;app/codec.Encode@/src/app/codec.go:7      6 600
  main.main@m.go:1;app/codec.Decode@/src/app/codec.go:9      4 100
`);
const after = drawProfile(`
  types alloc_objects/count alloc_space/bytes
  main.main@m.go:1;app/codec.Encode@/src/app/codec.go:7      3 300
  main.main@m.go:1;app/codec.Check@/src/app/codec.go:11      5 500
`);
const pair = [
  { name: 'before.pb', profile: before },
  { name: 'after.pb', profile: after },
];

const top = (format: TableExport['format']): TableExport => ({
  kind: 'table',
  format,
  table: { kind: 'top', sort: { column: 'flat', descending: true }, filter: null },
});
const difference = (format: TableExport['format']): TableExport => ({
  kind: 'table',
  format,
  table: {
    kind: 'difference',
    sort: { column: 'flatDelta', descending: true, bySize: true },
    filter: null,
  },
});

/** CSV as one object for each row. */
function recordsOf(csv: string): Record<string, string>[] {
  const [heading = [], ...rows] = parseCsv(csv);
  return rows.map((row) => Object.fromEntries(heading.map((title, at) => [title, row[at] ?? ''])));
}

describe('the table of functions', () => {
  it('as TSV has exact numbers and their units', async () => {
    const tools = await exportTools([{ name: 'before.pb', profile: before }]);
    expect(await exportedText(tools, wholeView, top('tsv'))).toBe(
      [
        'flat (objects)\tflat (% of total)\trunning sum of flat (% of total)\tcum (objects)\tcum (% of total)\taverage size (bytes)\tfunction\tpackage\tfile\tline',
        '6\t60\t60\t6\t60\t100\tapp/codec.Encode\tapp/codec\t/src/app/codec.go\t',
        '4\t40\t100\t4\t40\t25\tapp/codec.Decode\tapp/codec\t/src/app/codec.go\t',
        '0\t0\t100\t10\t100\t\tmain.main\tmain\tm.go\t',
        '',
      ].join('\n'),
    );
  });

  it('as CSV ends its lines as RFC 4180 wants it', async () => {
    const tools = await exportTools([{ name: 'before.pb', profile: before }]);
    const text = await exportedText(tools, wholeView, top('csv'));
    expect(text.split('\r\n')).toHaveLength(5);
    expect(recordsOf(text)[0]).toMatchObject({
      'flat (objects)': '6',
      function: 'app/codec.Encode',
    });
  });

  it('as JSON tells what its numbers refer to', async () => {
    const tools = await exportTools([{ name: 'before.pb', profile: before }]);
    const filter = { text: 'codec', regex: false, caseSensitive: false };
    const table = { ...top('json').table, filter } as TableExport['table'];
    const text = await exportedText(tools, wholeView, { ...top('json'), table });
    const { profiles, columns, rows, ...facts } = JSON.parse(text);
    expect(facts).toEqual({
      format: 'allocscope-table',
      version: 1,
      madeBy: 'Allocscope 1.2.3',
      madeAt: '2026-11-25T12:00:00.000Z',
      table: 'top',
      sampleType: 'alloc_objects',
      unit: 'count',
      granularity: 'functions',
      inlines: true,
      focus: null,
      percentOf: { side: 'total', total: 10 },
      rowCount: 3,
    });
    expect(profiles).toEqual([
      {
        name: 'before.pb',
        sha256: tools.profile(1).sha256,
        fileBytes: tools.profile(1).fileBytes,
        timeMillis: null,
        durationNanos: null,
      },
    ]);
    expect(columns[0]).toEqual({ key: 'flat', heading: 'flat (objects)' });
    expect(rows).toEqual([
      {
        flat: 6,
        flatPercent: 60,
        sumPercent: 60,
        cum: 6,
        cumPercent: 60,
        averageSize: 100,
        function: 'app/codec.Encode',
        package: 'app/codec',
        file: '/src/app/codec.go',
        line: null,
      },
      expect.objectContaining({ function: 'app/codec.Decode', flat: 4 }),
    ]);
  });

  it('in a comparison is that of the profile after', async () => {
    const tools = await exportTools(pair);
    const [first] = recordsOf(await exportedText(tools, comparedView, top('csv')));
    expect(first).toMatchObject({ function: 'app/codec.Check', 'flat (objects)': '5' });
  });

  it('has the values of random profiles, back from CSV and from JSON', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProfile(), async ({ profile }) => {
        const tools = await exportTools([{ name: 'r.pb', profile }]);
        const { sort, filter } = top('csv').table as Extract<TableExport['table'], { kind: 'top' }>;
        const answer = await tools.ask('top', { view: wholeView, sort, filter });
        const csv = recordsOf(await exportedText(tools, wholeView, top('csv')));
        const { rows } = JSON.parse(await exportedText(tools, wholeView, top('json')));
        expect(csv.map((row) => Number(row['flat (objects)']))).toEqual([...answer.flat]);
        expect(csv.map((row) => Number(row['cum (objects)']))).toEqual([...answer.cum]);
        expect(rows.map(({ flat }: { flat: number }) => flat)).toEqual([...answer.flat]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the table of a comparison', () => {
  const perRequest = comparedBy({ kind: 'per', before: 2, after: 4 });

  it('has before, after, change, share and ratio of flat and cum, as shown', async () => {
    const tools = await exportTools(pair);
    const text = await exportedText(tools, perRequest, difference('csv'), { per: 'request' });
    const encode = recordsOf(text).find((row) => row['function'] === 'app/codec.Encode');
    expect(encode).toMatchObject({
      'flat before (objects per request)': '3',
      'flat after (objects per request)': '0.75',
      'flat change (objects per request)': '-2.25',
      'flat change (% of before)': '-45',
      'flat after / before': '0.25',
      'cum after (objects per request)': '0.75',
      state: 'shrank',
      'function before': '',
      'joined by': '',
    });
  });

  it('has no ratio to nothing, and the share of what was asked for', async () => {
    const tools = await exportTools(pair);
    const text = await exportedText(tools, comparedView, difference('csv'), { percentOf: 'after' });
    const check = recordsOf(text).find((row) => row['function'] === 'app/codec.Check');
    expect(check).toMatchObject({
      'flat after / before': '',
      'flat change (% of after)': '62.5',
      state: 'added',
    });
  });

  it('says in JSON of what values are, and why sampling noise is not known', async () => {
    const tools = await exportTools(pair);
    const text = await exportedText(tools, perRequest, difference('json'), { per: 'request' });
    const { rows, columns, profiles, ...facts } = JSON.parse(text);
    expect(facts).toMatchObject({
      table: 'difference',
      fairness: { kind: 'per', before: 2, after: 4 },
      per: 'request',
      rules: { tolerant: true, renames: [] },
      percentOf: { side: 'before', total: 5 },
      confidence: { reason: expect.stringMatching(/^Before: /) },
    });
    expect(profiles).toHaveLength(2);
    expect(Object.keys(rows[0])).toEqual(columns.map(({ key }: { key: string }) => key));
  });

  it('of the example has intervals, q-values and verdicts', async () => {
    const files = ['before', 'after'].map(
      (side) => new URL(`../../../resources/example/${side}/heap.pb.gz`, import.meta.url).pathname,
    );
    const tools = await exportTools(files);
    const { rows } = JSON.parse(await exportedText(tools, comparedView, difference('json')));
    const known = await tools.ask('confidence', { view: comparedView });
    if ('reason' in known) throw new Error(known.reason);
    const frames = new FrameTexts(await tools.ask('frames', comparedView));
    const row = known.frame.findIndex((frame) => frames.rawName(frame) === rows[0].function);
    expect(rows[0]).toMatchObject({
      flatVerdict: 'real',
      flatChangeLow: known.flat.deltaLow[row],
      flatChangeHigh: known.flat.deltaHigh[row],
      flatQValue: known.flat.qValue[row],
      cumVerdict: expect.any(String),
    });
  });
});

describe('hostile names', () => {
  const names = ['=cmd|"/c calc"!A1', 'a\r\nb', ';＝1', 'x,"y"', '\u202e@evil'];
  const profile = drawProfile('types n/count\nf0 5\nf1 4\nf2 3\nf3 2\nf4 1');
  const hostile = { ...profile, functions: { ...profile.functions, name: names } };

  it('are inert in CSV, and stay in their cell', async () => {
    const tools = await exportTools([{ name: 'h.pb', profile: hostile }]);
    const rows = recordsOf(await exportedText(tools, wholeView, top('csv')));
    expect(rows.map((row) => row['function'])).toEqual([
      `'=cmd|"/c calc"!A1`,
      'a\\u{D}\\u{A}b',
      ";'＝1",
      'x,"y"',
      '\\u{202E}@evil',
    ]);
  });

  it('are exact in JSON', async () => {
    const tools = await exportTools([{ name: 'h.pb', profile: hostile }]);
    const text = await exportedText(tools, wholeView, top('json'));
    expect(text).not.toContain('\u202e');
    expect(JSON.parse(text).rows.map((row: Record<string, unknown>) => row['function'])).toEqual(
      names,
    );
  });
});
