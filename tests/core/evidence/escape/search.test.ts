import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readEvidence } from '../../../../src/engine/evidence/read-evidence.ts';
import { drawEscapes, escapesIn } from '../../../helpers/escapes.ts';

const fixtures = 'tests/fixtures/escape';
const files = readdirSync(fixtures, { recursive: true })
  .map(String)
  .filter((name) => /\.(?:txt|json)$/.test(name));

it.each(files)('the search through a text misses nothing of %s', async (name) => {
  const bytes = new Uint8Array(readFileSync(join(fixtures, name)));
  const chunks = [bytes.slice(0, 700), bytes.slice(700)];
  const { evidence } = await readEvidence({ chunks, totalBytes: bytes.length }, () => {});
  const read = escapesIn(new TextDecoder().decode(bytes));
  expect(drawEscapes(evidence.escape.found)).toBe(drawEscapes(read));
});
