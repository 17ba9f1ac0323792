import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DiagnosticKind,
  saysAllocation,
} from '../../../../src/core/evidence/escape/diagnostics.ts';
import { mergeEscapes } from '../../../../src/core/evidence/escape/merge.ts';
import { diagnosticsOf, drawEscapes, escapesIn, readEscapes } from '../../../helpers/escapes.ts';

const fixtures = 'tests/fixtures/escape';
const goldens = join(import.meta.dirname, '../../../golden/evidence/escape');
const read = (name: string) => readFileSync(join(fixtures, name), 'utf8');

describe('what the compiler prints', () => {
  it.each(readdirSync(fixtures).filter((name) => name.endsWith('.txt')))(
    'is read of %s',
    async (name) => {
      const text = read(name);
      const { evidence, taken } = readEscapes(text);
      const lines = text.split('\n');
      const unreadable = taken.flatMap((what, at) => (what === 'unreadable' ? [lines[at]] : []));
      const other = taken.flatMap((what, at) =>
        what === 'other' && lines[at] !== '' ? [lines[at]] : [],
      );
      await expect(
        [
          ...unreadable.map((line) => `unreadable: ${line}`),
          ...other.map((line) => `other: ${line}`),
          `sources: ${evidence.sources.join(', ')}`,
          drawEscapes(evidence),
        ].join('\n'),
      ).toMatchFileSnapshot(join(goldens, name));
    },
  );

  it('is the same of the files of a -json folder as of the text', async () => {
    const files = readdirSync(join(fixtures, 'go1.19-json'));
    const evidence = mergeEscapes(files.map((name) => escapesIn(read(`go1.19-json/${name}`))));
    expect(evidence.goVersions).toEqual(['go1.19.8']);
    expect(evidence.sources).toEqual(['json']);
    await expect(drawEscapes(evidence)).toMatchFileSnapshot(join(goldens, 'go1.19-json.txt'));
  });

  it('is read whole of the seed story, with a function for every allocation', () => {
    for (const side of ['before', 'after']) {
      const text = readFileSync(`tests/fixtures/seed-story/${side}/escape.txt`, 'utf8');
      const { evidence, taken } = readEscapes(text);
      const other = text.split('\n').filter((line, at) => taken[at] !== 'read' && line !== '');
      expect(other.filter((line) => !line.startsWith('# myservice/'))).toEqual(
        side === 'before' ? [] : ['handlers/handlers.go:131:21: index bounds check elided'],
      );
      const allocations = diagnosticsOf(evidence).filter(({ kind }) => saysAllocation(kind));
      expect(allocations.filter((diagnostic) => diagnostic.function === '')).toEqual([]);
    }
  });

  it('has the same diagnostics with -m as with -m=2, which adds what it inlines and captures', () => {
    for (const side of ['before', 'after']) {
      const [m1, m2] = ['escape-m1.txt', 'escape.txt'].map((name) =>
        diagnosticsOf(escapesIn(readFileSync(`tests/fixtures/seed-story/${side}/${name}`, 'utf8')))
          .filter(({ kind }) => kind < DiagnosticKind.capture)
          .map(({ path, line, column, message }) => `${path}:${line}:${column}: ${message}`)
          .sort(),
      );
      expect(m1).toEqual(m2);
    }
  });
});

describe('reading twice', () => {
  it('changes nothing but how often it was said', () => {
    const text = read('go1.19-m2.txt');
    const twice = escapesIn(text + text);
    const once = escapesIn(text);
    expect(drawEscapes(twice).replace(/ ×\d+/g, '')).toBe(drawEscapes(once).replace(/ ×\d+/g, ''));
    expect(Array.from(twice.diagnostics.count)).toEqual(
      Array.from(once.diagnostics.count, (count) => 2 * count),
    );
    expect(drawEscapes(mergeEscapes([once, once]))).toBe(drawEscapes(twice));
  });
});

describe('any text', () => {
  const words = [
    './x.go:1:2: ',
    'a b/y.go:3: ',
    '  flow: ',
    'from ',
    'moved to heap: ',
    ' escapes to heap',
    ' escapes to heap in ',
    'parameter p leaks to ',
    ' for F',
    ' with derefs=0:',
    '{storage for ',
    '{heap}',
    ' = ',
    ' ← ',
    '&',
    ') at ',
    ' (',
    '"',
    '}',
    ':',
    '# p',
    '{"version":0,"gc_version":"go1","file":"x.go"}',
    '{"source":"go compiler","code":"leak","message":"parameter p leaks to ',
  ];
  const line = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 })), { maxLength: 8 })
    .map((parts) => parts.join(''));

  it('is taken without a throw, and gives tables that hold together', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const { diagnostics, explanations, steps, files, texts } = escapesIn(lines.join('\n'));
        for (const [column, length] of [
          [diagnostics.file, files.length],
          [diagnostics.message, texts.length],
          [diagnostics.subject, texts.length],
          [diagnostics.function, texts.length],
          [steps.what, texts.length],
          [steps.detail, texts.length],
        ] as const) {
          expect(column.every((row) => row >= 0 && row < length)).toBe(true);
        }
        expect(diagnostics.explanationStart.at(-1)).toBe(explanations.length);
        expect(explanations.stepStart.at(-1)).toBe(steps.length);
      }),
    );
  });
});
