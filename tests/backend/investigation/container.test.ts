import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FileFault } from '../../../src/backend/file-fault.ts';
import { readContents, refuseTooLarge } from '../../../src/backend/investigation/container.ts';
import { detectFormat } from '../../../src/core/formats/detect.ts';
import { isInvestigation } from '../../../src/core/investigation/recognise.ts';
import { fileOf } from '../../helpers/investigations.ts';

const sha256 = 'c'.repeat(64);
const TEXT = '{"format": "allocscope investigation"}';

const refusal = (read: () => unknown): string => {
  try {
    read();
  } catch (thrown) {
    if (thrown instanceof FileFault) return thrown.message;
    throw thrown;
  }
  return 'nothing';
};

describe('a file without profiles', () => {
  it('is the text itself', async () => {
    const bytes = await fileOf(TEXT);
    expect(new TextDecoder().decode(bytes)).toBe(TEXT);
    expect(readContents(bytes).text).toBe(TEXT);
    expect(readContents(bytes).inside('profiles', sha256)).toBeNull();
  });
});

describe('a file with profiles', () => {
  it.each([0, 1, 5, 9_000_000])('gives back one of %i bytes', async (length) => {
    const profile = new Uint8Array(length).map((_, at) => at % 251);
    const contents = readContents(await fileOf(TEXT, [{ sha256, bytes: profile }]));
    expect(contents.text).toBe(TEXT);
    expect(Buffer.compare(contents.inside('profiles', sha256) ?? new Uint8Array(1), profile)).toBe(
      0,
    );
    expect(contents.inside('profiles', 'd'.repeat(64))).toBeNull();
  });

  it('is an archive that other programs read, of names that are harmless, and the same each time', async () => {
    const bytes = await fileOf(TEXT, [{ sha256, bytes: Uint8Array.of(1, 2) }]);
    expect(unzipSync(bytes)).toEqual({
      'investigation.json': strToU8(TEXT),
      [`profiles/${sha256}`]: Uint8Array.of(1, 2),
    });
    expect(await fileOf(TEXT, [{ sha256, bytes: Uint8Array.of(1, 2) }])).toEqual(bytes);
  });
});

describe('an investigation', () => {
  it.each([
    ['its text', strToU8(TEXT)],
    ['its text after a byte order mark', strToU8(`\ufeff ${TEXT}`)],
    ['its text in other lines', strToU8('{\n\t"format" :\n"allocscope investigation",')],
    [
      'an archive that begins with it',
      zipSync({ 'investigation.json': strToU8(TEXT), a: strToU8('') }),
    ],
  ])('is known by %s', (_, bytes) => {
    expect(isInvestigation(bytes)).toBe(true);
    expect(detectFormat(bytes)).toMatchObject({
      refusal: 'It is an investigation that Allocscope saved, not a profile.',
    });
  });

  it.each([
    ['another archive', zipSync({ 'investigation.json.gz': strToU8('x') })],
    ['other JSON', strToU8('{"form": "allocscope investigation"}')],
    ['nothing', new Uint8Array()],
  ])('is not %s', (_, bytes) => {
    expect(isInvestigation(bytes)).toBe(false);
  });
});

describe('a hostile file', () => {
  it('cannot unpack to more than it is: nothing compressed is read', () => {
    const bomb = zipSync({ 'investigation.json': new Uint8Array(20_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(refusal(() => readContents(bomb))).toContain('packed anew');
  });

  it('may have no more entries than ours have, by far', () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`${at}`, strToU8('')]));
    const bytes = zipSync({ 'investigation.json': strToU8(TEXT), ...many }, { level: 0 });
    expect(refusal(() => readContents(bytes))).toContain('damaged');
  });

  it('may claim more entries than there are, or longer ones', () => {
    const bytes = zipSync({ 'investigation.json': strToU8(TEXT) }, { level: 0 });
    const end = bytes.length - 22;
    for (const [at, value] of [
      [end + 8, 0xffff],
      [end + 10, 0xffff],
      [end + 16, 0xfffe],
      [end - 60 + 20, 0xff],
    ] as const) {
      const changed = bytes.slice();
      new DataView(changed.buffer).setUint16(at, value, true);
      const outcome = refusal(() => readContents(changed));
      expect(['nothing', outcome.match(/^It is an investigation/)?.[0] ?? outcome]).toContain(
        outcome === 'nothing' ? 'nothing' : 'It is an investigation',
      );
    }
  });

  it('has names that are never those of files', () => {
    const bytes = zipSync(
      { 'investigation.json': strToU8(TEXT), '../../evil': strToU8('x'), __proto__x: strToU8('y') },
      { level: 0 },
    );
    expect(readContents(bytes).inside('profiles', '../../evil')).toBeNull();
  });

  it('has to be UTF-8, and no longer than notes can be', () => {
    expect(refusal(() => readContents(Uint8Array.of(0x7b, 0xff)))).toContain('damaged');
    expect(refusal(() => refuseTooLarge(2 ** 31))).toContain('larger than any');
    expect(refusal(() => readContents(new Uint8Array(16 * 2 ** 20 + 1)))).toContain(
      'larger than any',
    );
  });

  it('without its text is told of', () => {
    expect(refusal(() => readContents(zipSync({ a: strToU8('') }, { level: 0 })))).toContain(
      'damaged',
    );
  });
});
