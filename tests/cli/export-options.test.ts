import { describe, expect, it } from 'vitest';
import { parseExportOptions } from '../../src/cli/export-options.ts';
import { UsageError } from '../../src/cli/usage.ts';

const parse = (line: string) => parseExportOptions(line.split(' '));

describe('what is made', () => {
  it.each([
    ['a --to x.png', 'picture', 'png', 'graph'],
    ['a b --to x.svg', 'picture', 'svg', 'sides'],
    ['a b --to x.SVG --what difference', 'picture', 'svg', 'difference'],
    ['a --to x.svg --what table', 'picture', 'svg', 'table'],
    ['a --to x.html', 'page', 'page', 'page'],
    ['a b --to x.html --what report', 'report', 'html', 'report'],
    ['a b --to x.md', 'report', 'md', 'report'],
    ['a --to x.csv', 'table', 'csv', 'table'],
    ['a --to x.json', 'table', 'json', 'table'],
    ['a --to x.speedscope.json', 'stacks', 'speedscope', 'stacks'],
    ['a --to x.folded', 'stacks', 'folded', 'stacks'],
    ['a --to x.pb.gz', 'profile', 'profile', 'profile'],
    ['a --to - --format svg', 'picture', 'svg', 'graph'],
    ['a --to - --format pb.gz', 'profile', 'profile', 'profile'],
  ])('%s', (line, kind, format, what) => {
    expect(parse(line).made).toEqual({ kind, format, what });
  });

  it.each([
    ['a --to x.gif', '--to: a name ends with one of png, svg, html'],
    ['a --to -', '--to -: say with --format what to write'],
    ['a --to - --format gif', '--format: it is one of png, svg'],
    ['a --to x.svg --format svg', '--format: it is for --to - alone'],
    [
      'a --to x.svg --what sides',
      'of one profile, a svg file shows graph, table, summary, not sides',
    ],
    ['a b --to x.svg --what graph', 'of two profiles, a svg file shows sides, difference'],
    ['a --to x.csv --what summary', 'a csv file shows table, not summary'],
    ['a --to x.svg --what art', '--what: it is one of graph, sides'],
    ['a', 'Where to? Name a file with --to.'],
    ['--to x.svg', 'Which file?'],
    ['a b c --to x.svg', 'It takes one file, or two'],
  ])('%s is refused: %s', (line, words) => {
    expect(() => parse(line)).toThrow(UsageError);
    expect(() => parse(line)).toThrow(words);
  });
});

describe('options', () => {
  it('have the values that the window begins with', () => {
    expect(parse('a b --to x.png')).toMatchObject({
      to: 'x.png',
      isForced: false,
      viewWidth: 1200,
      pixelRatio: 2,
      theme: 'light',
      orientation: 'icicle',
      colorBy: 'package',
      changeColor: 'absolute',
      boxWidth: 'both',
      scale: 'shared',
      boxOrder: 'weight',
      leastShare: 0.001,
      percentOf: 'before',
      caption: { title: null, files: true, legend: true, made: true },
    });
    expect(parse('a --to x.html').theme).toBe('system');
  });

  it('are read', () => {
    const options = parse(
      'a b --to x.png --width 800 --scale 4 --theme dark --title Why --no-legend --no-made ' +
        '--what difference --change-color relative --box-width after --per-before 2 --per-after 3 ' +
        '--per-unit request --percent-of net --focus handlers --search keys --no-inlines --force',
    );
    expect(options).toMatchObject({
      viewWidth: 800,
      pixelRatio: 4,
      theme: 'dark',
      changeColor: 'relative',
      boxWidth: 'after',
      percentOf: 'net',
      division: { kind: 'per', before: 2, after: 3, unit: 'request' },
      search: { text: 'keys', regex: true },
      inlines: false,
      isForced: true,
      caption: { title: 'Why', files: true, legend: false, made: false },
    });
  });

  it('--no-caption leaves nothing but a title that was given', () => {
    const nothing = {
      files: false,
      subject: false,
      denominator: false,
      legend: false,
      made: false,
    };
    expect(parse('a --to x.svg --no-caption').caption).toEqual({ title: '', ...nothing });
    expect(parse('a --to x.svg --no-caption --title T').caption).toEqual({
      title: 'T',
      ...nothing,
    });
  });

  it('take texts, with the run that is told', () => {
    const { evidence } = parse(
      'a b --to x.md --evidence-after c --evidence d --evidence-before e --evidence f',
    );
    expect(evidence).toEqual([
      { file: 'd', side: null },
      { file: 'f', side: null },
      { file: 'e', side: 'before' },
      { file: 'c', side: 'after' },
    ]);
    expect(parse('a --to x.html --what report --evidence t').evidence).toHaveLength(1);
  });

  it.each([
    ['a --to x.svg --width 10', '--width: it is a whole number from 320 to 20000'],
    ['a --to x.svg --width wide', '--width: it is a whole number'],
    ['a --to x.png --scale 3', '--scale: it is one of 1, 2, 4'],
    ['a --to x.svg --theme system', '--theme: it is one of light, dark, not'],
    ['a --to x.html --least-share 1', '--least-share: it is a percentage such as 0.1%'],
    ['a --to x.html --least-share 101%', '--least-share: it is a percentage'],
    ['a --to x.csv --width 800', '--width: it means nothing for a table, only for a picture'],
    ['a --to x.pb.gz --title T', '--title: it means nothing for a profile'],
    ['a --to x.svg --notes n.md', '--notes: it means nothing for a picture, only for a report'],
    ['a --to x.csv --evidence t', '--evidence: it means nothing for a table, only for a report'],
    [
      'a b --to x.html --evidence-before t',
      '--evidence-before: it means nothing for a page, only for a report',
    ],
    ['a --to x.md --evidence-after t', '--evidence-after: it is about two profiles'],
    ['a --to x.svg --normalize', '--normalize: it is about two profiles, and there is one'],
    ['a --to x.svg --rename x=y', '--rename: it is about two profiles'],
    ['a b --to x.svg --per-before 2', 'each side needs its own number'],
    ['a --to x.svg --search (', '--search: '],
    ['a --to x.svg --oops', "Unknown option '--oops'"],
  ])('%s is refused: %s', (line, words) => {
    expect(() => parse(line)).toThrow(UsageError);
    expect(() => parse(line)).toThrow(words);
  });
});
