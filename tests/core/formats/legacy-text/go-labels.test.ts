import { describe, expect, it } from 'vitest';
import { readGoLabels } from '../../../../src/core/formats/legacy-text/go-labels.ts';

describe('readGoLabels', () => {
  it.each([
    ['{}', []],
    ['{"a":"b"}', ['a=b']],
    ['{"a":"", "":"b"}', ['a=', '=b']],
    ['{"a":"{\\"x\\", \\"y\\"}", "b":"c"}', ['a={"x", "y"}', 'b=c']],
    ['{"a\\\\":"\\t\\n\\x7f\\u00e9\\U0001f600\\a"}', ['a\\=\t\n\x7fé😀\x07']],
    ['{"a":"\\xff\\U00110000"}', ['a=\u{FFFD}\u{FFFD}']],
  ])('reads %s', (text, labels) => {
    expect(readGoLabels(text)?.map(({ key, str }) => `${key}=${str}`)).toEqual(labels);
  });

  it.each([
    '',
    '{',
    '}',
    '{"a"}',
    '{"a":"b"',
    '{"a":"b}',
    '{"a":"b","c":"d"}',
    '{"a":b}',
    '{"a":"\\q"}',
    '{"a":"\\u12"}',
    'a=b',
  ])('has nothing of %j', (text) => {
    expect(readGoLabels(text)).toBeNull();
  });
});
