import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseVerbs } from '../../../../src/core/evidence/go-source/format-verbs.ts';
import { GoFile } from '../../../../src/core/evidence/go-source/go-file.ts';
import type { AllocationFacts } from '../../../../src/core/evidence/patterns/facts.ts';
import { judge } from '../../../../src/core/evidence/patterns/judge.ts';
import { RULES } from '../../../../src/core/evidence/patterns/rules/index.ts';

const source = `package p

// A comment with "quotes" and + signs.
func (s *Store[K]) Get(key K, n int) (v []byte, err error) {
	raw := \`two
lines\` + "a\\"b" /* x */ + 'c'
	for i := 0; i < n; i++ {
		v = append(v, raw[i])
	}
	größe := f(raw, func() {}, []int{1, 2})
	return v, nil
}

func f(args ...any) string
`;

const tokensOf = (file: GoFile, line: number) => {
  const { first, end } = file.tokensOf(line);
  return Array.from({ length: end - first }, (_, i) => file.text(first + i)).join(' ');
};

describe('a Go file', () => {
  const file = new GoFile(source);

  it('is taken apart into tokens, comments left out', () => {
    const lines = file.lines.map((_, i) => `${i + 1}  ${tokensOf(file, i + 1)}`);
    expect(`\n${lines.join('\n').replace(/\n/g, '\n')}`).toMatchInlineSnapshot(`
      "
      1  package p
      2  
      3  
      4  func ( s * Store [ K ] ) Get ( key K , n int ) ( v [ ] byte , err error ) {
      5  raw := \`two
      lines\`
      6  + "a\\"b" + 'c'
      7  for i := 0 ; i < n ; i ++ {
      8  v = append ( v , raw [ i ] )
      9  }
      10  größe := f ( raw , func ( ) { } , [ ] int { 1 , 2 } )
      11  return v , nil
      12  }
      13  
      14  func f ( args ... any ) string
      15  "
    `);
  });

  it('knows its functions, and what stands in a loop', () => {
    expect(file.functions().map(({ name }) => name)).toEqual(['Get']);
    const append = file.tokensOf(8).first + 2;
    expect(file.text(append)).toBe('append');
    expect(file.functionAround(append)?.name).toBe('Get');
    expect(file.isInLoop(append)).toBe(true);
    expect(file.isInLoop(file.tokensOf(10).first)).toBe(false);
    expect(file.isInLoop(file.tokensOf(7).first + 3)).toBe(false);
  });

  it('finds a token by the column of the compiler, which counts bytes', () => {
    // `größe` takes two bytes more than it has characters.
    expect(file.text(file.tokenAt(10, 13))).toBe('f');
    expect(file.text(file.tokenAt(8, 7))).toBe('append');
    expect(file.tokenAt(8, 400)).toBe(-1);
    expect(file.tokenAt(4000, 1)).toBe(-1);
  });

  it('parts the arguments of a call', () => {
    const open = file.tokensOf(10).first + 3;
    expect(file.arguments(open).map((span) => file.textOf(span))).toEqual([
      'raw',
      'func() {}',
      '[]int{1, 2}',
    ]);
  });
});

it('reads the verbs of a format', () => {
  const verbs = (format: string) => parseVerbs(format).map(({ text }) => text);
  expect(verbs('"%d%% of %-8.3f, %[2]*d %+v"')).toEqual(['%d', '%-8.3f', '%[2]*d', '%+v']);
  expect(verbs('"no verbs"')).toEqual([]);
});

const piece = fc.constantFrom(
  ...[
    'func',
    'f',
    'x',
    'append',
    'make',
    'string',
    'var',
    'for',
    'go',
    'sync',
    'Pool',
    'Get',
    'Put',
    'fmt',
    'Sprintf',
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '.',
    ',',
    '+',
    '+=',
    ':=',
    '=',
    '&',
    '*',
    '...',
    ';',
    '\n',
    '"%d"',
    '`',
    '"',
    "'",
    '1',
    '//',
    '/*',
    '*/',
    ' ',
    'é',
    '\u0000',
  ],
);

it('is not thrown off by text that is no Go, nor are the rules', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 120 }),
      fc.nat(12),
      fc.nat(40),
      (pieces, at, column) => {
        const file = new GoFile(pieces.join(pieces.length % 2 === 0 ? '' : ' '));
        const line = 1 + (at % file.lines.length);
        const subject = pieces.join('');
        const facts: AllocationFacts = {
          stack: {
            chain: at % 3 === 0 ? [subject] : [],
            allocator: '',
            poolNew: '',
            isOnce: false,
            calledBeside: [],
            objects: 10,
            sizes: { sizeBytes: [8, 64], objects: [1, 9] },
          },
          compiler: [
            {
              says: 'escapes',
              column,
              subject,
              text: subject,
              reasons: [],
              isConverted: false,
              inlined: '',
            },
          ],
          source: { file, line },
        };
        for (const { evidence } of judge(facts, RULES)) expect(evidence.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 2000 },
  );
});
