import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { searchText } from '../../src/engine/evidence/read-evidence.ts';
import { readTrace } from '../helpers/gctrace.ts';

/*
 * A file is searched by its bytes first, which lets only some lines through to be read. It has to find what
 * reading every line of the text finds, whatever pieces the file comes in.
 */

const fixtures = 'tests/fixtures/gctrace';

function piecesOf(bytes: Uint8Array, length: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / length) }, (_, at) =>
    bytes.slice(at * length, (at + 1) * length),
  );
}

describe.each(readdirSync(fixtures))('%s', (file) => {
  const bytes = readFileSync(`${fixtures}/${file}`);
  const { trace, taken } = readTrace(bytes.toString('utf8'));
  const damaged = taken.flatMap((what, at) => (what === 'unreadable' ? [at + 1] : []));

  test.each([7, 100, 1 << 20])('in pieces of %i bytes', async (length) => {
    const text = { chunks: piecesOf(bytes, length), totalBytes: bytes.length };
    const { found, unreadable } = (await searchText(text, () => {})).evidence.gctrace;
    expect(found).toEqual(trace);
    expect(unreadable.first).toEqual(damaged);
  });
});
