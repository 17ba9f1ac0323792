import { lowerFirst } from '../../../core/text/lower-first.ts';
import { formatInteger } from '../../../core/units/integer.ts';
import { describeSampleType } from '../../../core/units/sample-type-words.ts';
import { formatShare } from '../../../core/units/share.ts';
import type { BoxFigures, ComparedFigures } from '../../../words/box-figures.ts';
import { boxFacts, boxName, boxSentence, rootLabels } from '../../../words/box-words.ts';
import {
  comparedFacts,
  comparedRootLabels,
  comparedSentence,
} from '../../../words/compared-box-words.ts';
import { type PageData, WHOLE_WIDTH } from './page-data.ts';

/** What is said of the boxes of a page, in the words of the application. */
export class BoxTexts {
  private readonly data: PageData;
  private readonly compared: ComparedFigures | null;

  constructor(data: PageData) {
    this.data = data;
    this.compared = data.compared && { ...data.compared, drawn: null, type: data.sampleType };
  }

  /** Forms of the text on the root, longest first. */
  rootLabels(): readonly string[] {
    const totals = this.data.boxes.sides.map(({ total }) => total[0] ?? 0);
    return this.compared === null
      ? rootLabels(totals[0] ?? 0, this.data.sampleType)
      : comparedRootLabels(totals, this.compared);
  }

  /** Forms of the text on a remainder, longest first: `37 more, 0.4%`. */
  remainderLabels(row: number): readonly string[] {
    const count = `${formatInteger(this.data.boxes.merged[row] ?? 0)} more`;
    return [`${count}, ${this.widthShare(row)}`, count];
  }

  name(figures: BoxFigures, row: number): string {
    if (figures.merged === 0) return boxName(figures, this.names);
    const { merged } = figures;
    const least = formatShare(this.data.leastShare, 1);
    const boxes = merged === 1 ? '1 box' : `${formatInteger(merged)} boxes`;
    return `${boxes} under ${least} of all, together ${this.widthShare(row)}`;
  }

  /** Where a box's function is from: its package, its file and line, as far as they are known. */
  origins({ place: { frame } }: BoxFigures): readonly string[] {
    return this.data.origins[frame] ?? [];
  }

  /** The numbers as a table: headings, and rows that begin with what they are. */
  facts(figures: BoxFigures): { readonly headings: readonly string[]; readonly rows: string[][] } {
    const { sampleType } = this.data;
    const noun = describeSampleType(sampleType).noun.many;
    if (this.compared === null) {
      const facts = boxFacts(figures, [sampleType], 0, null);
      return { headings: [], rows: facts.map(({ label, value, share }) => [label, value, share]) };
    }
    return {
      headings: [`${noun} ${this.compared.per}`.trim(), 'before', 'after', 'change', 'ratio'],
      rows: comparedFacts(figures, this.compared).map((fact) => [
        fact.label,
        fact.before,
        fact.after,
        fact.change,
        fact.ratio,
      ]),
    };
  }

  /** The same as a sentence. */
  sentence(figures: BoxFigures, row: number): string {
    const name = this.name(figures, row);
    return this.compared === null
      ? boxSentence(figures, this.names, this.data.sampleType)
      : comparedSentence(figures, name, this.compared);
  }

  /** What a search found: how many boxes, and what share of the graph's width the outermost of them have. */
  found(count: number, outermostWidth: number): string {
    if (count === 0) {
      const least = formatShare(this.data.leastShare, 1);
      return `Not found among the boxes of at least ${least}.`;
    }
    const boxes = count === 1 ? '1 box' : `${formatInteger(count)} boxes`;
    const title = lowerFirst(describeSampleType(this.data.sampleType).title);
    const whole = this.compared === null ? `all ${title}` : 'before and after together';
    return `Found ${boxes}, together ${formatShare(outermostWidth, WHOLE_WIDTH)} of ${whole}.`;
  }

  private widthShare(row: number): string {
    return formatShare(this.data.boxes.width[row] ?? 0, WHOLE_WIDTH);
  }

  private readonly names = { name: (name: number) => this.data.names[name] ?? '' };
}
