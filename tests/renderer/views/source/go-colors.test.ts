import { describe, expect, it } from 'vitest';
import { colorGo } from '../../../../src/renderer/views/source/go-colors.ts';

/** Each line with its coloured parts as `color(text)`. */
async function colored(source: string): Promise<string[]> {
  const lines = source.split('\n');
  const colors = await colorGo(lines);
  return lines.map((line, at) =>
    colors
      .partsOf(at + 1)
      .map(({ from, to, color }) => `${color}(${line.slice(from, to)})`)
      .join(' '),
  );
}

describe('the colours of Go', () => {
  it('are those of its words, also over several lines', async () => {
    expect(
      await colored('func add(n int) string { // one\n\treturn `a\nb` + "c" /* x\ny */\n}'),
    ).toEqual([
      'keyword(func) function(add) type(int) type(string) comment(// one)',
      'keyword(return) string(`a)',
      'string(b`) string("c") comment(/* x)',
      'comment(y */)',
      '',
    ]);
  });

  it('are given to what is no Go as well as it goes, and to nothing', async () => {
    expect(await colored('')).toEqual(['']);
    expect((await colored('<html>}}} 1 "\u202E func')).length).toBe(1);
    expect((await colored(`${'('.repeat(20_000)}\nvar x = 1`))[1]).toContain('keyword(var)');
  });
});
