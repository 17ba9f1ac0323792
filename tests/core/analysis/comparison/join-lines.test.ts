import { describe, expect, it } from 'vitest';
import { picture } from './draw-join.ts';

const lines = (before: string[], after: string[]) =>
  picture([before.join(';')], [after.join(';')], { granularity: 'lines' });

describe('lines', () => {
  it('are joined statement by statement where their function moved', () => {
    expect(lines(['F@f.go:12^10', 'F@f.go:15^10'], ['F@f.go:15^13', 'F@f.go:18^13'])).toEqual([
      'F f.go:12 → F f.go:15  line',
      'F f.go:15 → F f.go:18  line',
    ]);
  });

  it('do not join another statement that came to the same line', () => {
    expect(
      lines(['F@f.go:12^10', 'F@f.go:15^10'], ['F@f.go:15^13', 'F@f.go:19^13', 'F@f.go:20^13']),
    ).toEqual(['F f.go:12 → F f.go:15  line', '+ F f.go:19', '+ F f.go:20', '- F f.go:15']);
  });

  it('are joined by number where it is unknown where the function starts', () => {
    expect(lines(['F@f.go:12', 'F@f.go:15'], ['F@f.go:15', 'F@f.go:18^13'])).toEqual([
      'F f.go:15',
      'F f.go:12 → F f.go:18  line',
    ]);
  });

  it('are not guessed where distances are known, moved or not', () => {
    for (const [at, start] of [
      [22, 20],
      [12, 10],
    ]) {
      const after = [`F@f.go:${at}^${start}`, `F@f.go:29^${start}`];
      expect(lines(['F@f.go:12^10', 'F@f.go:15^10'], after)).toEqual([
        at === 12 ? 'F f.go:12' : 'F f.go:12 → F f.go:22  line',
        '+ F f.go:29',
        '- F f.go:15',
      ]);
    }
  });

  it('of several that are left without a start are not guessed either', () => {
    expect(lines(['F@f.go:12', 'F@f.go:15'], ['F@f.go:18', 'F@f.go:19'])).toHaveLength(4);
  });

  it('are joined within functions that are joined tolerantly', () => {
    expect(
      lines(
        ['m.F.func1@/a/m/f.go:5^4', 'm.F.func1@/a/m/f.go:7^4', 'm.F@/a/m/f.go:2^1'],
        ['m.F.func2@m/f.go:8^7', 'm.F.func2@m/f.go:10^7', 'm.F@m/f.go:2^1'],
      ),
    ).toEqual([
      'm.F.func1 /a/m/f.go:5 → m.F.func2 m/f.go:8  closure',
      'm.F.func1 /a/m/f.go:7 → m.F.func2 m/f.go:10  closure',
      'm.F /a/m/f.go:2 → m.F m/f.go:2  path',
    ]);
  });

  it('are joined under the name that a rule gave', () => {
    const options = {
      granularity: 'lines',
      renames: [{ pattern: 'Old', replacement: 'New' }],
    } as const;
    expect(picture(['Old@f.go:5^4'], ['New@f.go:8^7'], options)).toEqual([
      'Old f.go:5 → New f.go:8  rename',
    ]);
  });
});

const addresses = (before: string[], after: string[]) =>
  picture(before, after, { granularity: 'addresses' }).map((line) => line.replace(/0{12}/g, ''));

describe('addresses', () => {
  const at = (...list: string[]) => list.map((address) => `[0x${address}]F@f.go:5^4`);

  it('of another build are joined in order where as many are on both sides', () => {
    const [one, other] = ['binary /api 0x1000-0x5000 one', 'binary /api 0x1000-0x5000 other'];
    expect(addresses([one, ...at('1010', '1020')], [other, ...at('1020', '1030')])).toEqual([
      '1010 F f.go:5 → 1020 F f.go:5  address',
      '1020 F f.go:5 → 1030 F f.go:5  address',
    ]);
    expect(addresses([one, ...at('1010')], [other, ...at('1030', '1040')])).toHaveLength(3);
    expect(addresses([one, ...at('1010')], [other, '[0x1030]F@f.go:9^8'])).toEqual([
      '1010 F f.go:5 → 1030 F f.go:9  line',
    ]);
  });

  it('of the same build are joined where they are equal alone', () => {
    const binary = 'binary /api 0x1000-0x5000 id';
    expect(addresses([binary, ...at('1010', '1020')], [binary, ...at('1020', '1030')])).toEqual([
      '1020 F f.go:5',
      '+ 1030 F f.go:5',
      '- 1010 F f.go:5',
    ]);
  });

  it('have columns, and are joined in order of them', () => {
    const binary = 'binary /api 0x1000-0x5000 id';
    const columns = (...list: number[]) => list.map((column) => `[0x1010]F@f.go:5:${column}^4`);
    expect(addresses([binary, ...columns(7, 9)], [binary, ...columns(9, 11)])).toEqual([
      '1010 F f.go:5:9',
      '+ 1010 F f.go:5:11',
      '- 1010 F f.go:5:7',
    ]);
    const [one, other] = ['binary /api 0x1000-0x5000 one', 'binary /api 0x1000-0x5000 other'];
    expect(addresses([one, ...columns(7, 9)], [other, ...columns(8, 11)])).toEqual([
      '1010 F f.go:5:7 → 1010 F f.go:5:8  line',
      '1010 F f.go:5:9 → 1010 F f.go:5:11  line',
    ]);
  });

  it('of a build that is not told are joined where they are equal first', () => {
    const binary = 'binary /api 0x1000-0x5000';
    expect(addresses([binary, ...at('1010', '1020')], [binary, ...at('1020', '1030')])).toEqual([
      '1020 F f.go:5',
      '1010 F f.go:5 → 1030 F f.go:5  address',
    ]);
    const larger = 'binary /api 0x1000-0x9000';
    expect(addresses([binary, ...at('1010', '1020')], [larger, ...at('1020', '1030')])).toEqual([
      '1010 F f.go:5 → 1020 F f.go:5  address',
      '1020 F f.go:5 → 1030 F f.go:5  address',
    ]);
  });

  it('without a function are never guessed', () => {
    expect(addresses(['[0x1010]'], ['[0x1020]'])).toHaveLength(2);
  });
});
