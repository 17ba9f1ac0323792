import type { Profile } from '../../profile/profile.ts';

/**
 * Numbers the label sets of samples, equal ones alike even when they are of two profiles. As pprof
 * reads and compares labels (`postDecode` in profile/encode.go, `sampleKey` in profile/merge.go), the
 * order of keys does not matter, that of values under one key does, text and numbers under one key are
 * two lists, and a label without a value is none.
 */
export class LabelSets {
  private readonly texts = new Map<string, number>();
  private readonly numbers = new Map<bigint, number>();
  /** A set is reached from another by one more symbol; the key holds both. */
  private readonly steps = new Map<number, number>();
  private readonly textOf = new Map<Profile, Int32Array>();
  private setCount = 1;

  /** Sets are numbered below this. */
  get count(): number {
    return this.setCount;
  }

  /** 0 for a sample without labels. */
  setOf(profile: Profile, sample: number): number {
    const { samples, labels } = profile;
    const first = samples.labelStart[sample];
    const end = samples.labelStart[sample + 1];
    if (first === end) return 0;
    const text = this.unifiedText(profile);
    if (end - first === 1) return this.withLabel(0, profile, text, first);
    const rows = Array.from({ length: end - first }, (_, i) => first + i);
    // Sorting is stable: values under one key stay in order.
    const rank = (row: number) => text[labels.key[row]] * 2 + (labels.str[row] === 0 ? 1 : 0);
    rows.sort((a, b) => rank(a) - rank(b));
    let set = 0;
    for (const row of rows) set = this.withLabel(set, profile, text, row);
    return set;
  }

  private withLabel(set: number, { labels }: Profile, text: Int32Array, row: number): number {
    const str = labels.str[row];
    const key = text[labels.key[row]];
    if (str !== 0) return this.step(this.step(set, key * 2), text[str]);
    const number = labels.num[row];
    const unit = text[labels.numUnit[row]];
    if (number === 0n && unit === 0) return set;
    let symbol = this.numbers.get(number);
    if (symbol === undefined) {
      symbol = this.numbers.size;
      this.numbers.set(number, symbol);
    }
    return this.step(this.step(this.step(set, key * 2 + 1), symbol), unit);
  }

  private step(set: number, symbol: number): number {
    const key = set * 2 ** 26 + symbol;
    let next = this.steps.get(key);
    if (next === undefined) {
      next = this.setCount++;
      this.steps.set(key, next);
    }
    return next;
  }

  /** For each label text of a profile its number among the texts of all. */
  private unifiedText(profile: Profile): Int32Array {
    let known = this.textOf.get(profile);
    if (known === undefined) {
      known = Int32Array.from(profile.labels.text, (text) => {
        if (text === '') return 0;
        if (!this.texts.has(text)) this.texts.set(text, this.texts.size + 1);
        return this.texts.get(text) ?? 0;
      });
      this.textOf.set(profile, known);
    }
    return known;
  }
}
