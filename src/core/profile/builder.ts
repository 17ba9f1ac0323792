import { locationColumns, mappingColumns } from './freeze-tables.ts';
import type { MemStats } from './mem-stats.ts';
import type { LabelTable, Profile, ValueType } from './profile.ts';
import { cutStacks, planPruning } from './prune.ts';
import type { NewFunction, NewLabel, NewLocation, NewMapping } from './rows.ts';
import { SampleColumns } from './sample-columns.ts';
import type { StackTree } from './stack-tree.ts';
import { StackTreeBuilder } from './stack-tree-builder.ts';

/**
 * Collects a profile and freezes it into columns. Small tables are added row by row; samples either
 * row by row (`addSample`) or, by a decoder for large files, with columns and stack tree of its own.
 */
export class ProfileBuilder {
  defaultSampleType = '';
  periodType: ValueType | null = null;
  period = 0;
  timeNanos = 0n;
  durationNanos = 0n;
  docUrl = '';
  dropFrames = '';
  keepFrames = '';
  readonly comments: string[] = [];
  readonly warnings: string[] = [];
  readonly sampleTypes: ValueType[] = [];
  memStats: MemStats | null = null;
  samples = new SampleColumns(0);

  private readonly mappings: Required<NewMapping>[] = [];
  private readonly functions: Required<NewFunction>[] = [];
  private locations: NewLocation[] = [];
  private stacks: StackTreeBuilder | null = null;
  private labelText: string[] = [''];
  /** Rows of `labelText`; null once that was taken over. */
  private labelTextIndex: Map<string, number> | null = new Map([['', 0]]);
  private finished = false;

  /** Row of the new mapping. */
  addMapping(mapping: NewMapping): number {
    this.mappings.push({
      start: mapping.start ?? 0n,
      limit: mapping.limit ?? 0n,
      offset: mapping.offset ?? 0n,
      filename: mapping.filename ?? '',
      buildId: mapping.buildId ?? '',
      flags: mapping.flags ?? 0,
    });
    return this.mappings.length - 1;
  }

  /** Row of the new function. */
  addFunction(fn: NewFunction): number {
    this.functions.push({
      name: fn.name ?? '',
      systemName: fn.systemName ?? '',
      filename: fn.filename ?? '',
      startLine: fn.startLine ?? 0,
    });
    return this.functions.length - 1;
  }

  /** Row of the new location. */
  addLocation(location: NewLocation): number {
    this.locations.push(location);
    return this.locations.length - 1;
  }

  /** Row of a string in the label table, added when new. Not after `useLabelText`. */
  internLabelText(text: string): number {
    if (this.labelTextIndex === null) throw new Error('The table of label texts is complete.');
    const known = this.labelTextIndex.get(text);
    if (known !== undefined) return known;
    this.labelText.push(text);
    this.labelTextIndex.set(text, this.labelText.length - 1);
    return this.labelText.length - 1;
  }

  /** Takes over a complete table of label texts (text[0] is ''), so that a decoder can keep its indices. */
  useLabelText(text: string[]): void {
    this.labelText = text;
    this.labelTextIndex = null;
  }

  /**
   * Adds one sample: rows of `locations` leaf first, and one value for each sample type. All sample
   * types must be added before.
   */
  addSample(
    locations: readonly number[],
    values: readonly number[],
    labels: readonly NewLabel[] = [],
  ): void {
    const samples = this.samplesOfAllTypes();
    samples.makeRoom(1, labels.length);
    this.stacks ??= new StackTreeBuilder();
    this.stacks.add(Int32Array.from(locations), locations.length);
    for (let type = 0; type < this.sampleTypes.length; type++) {
      samples.values[type][samples.length] = values[type];
    }
    for (const label of labels) this.addLabel(label);
    samples.endSample();
  }

  /** Adds a label to the sample in `samples` that has not ended. */
  addLabel(label: NewLabel): void {
    const { samples } = this;
    samples.makeRoom(0, 1);
    const row = samples.labelCount++;
    samples.labelKey[row] = this.internLabelText(label.key);
    if ('str' in label) {
      samples.labelStr[row] = this.internLabelText(label.str);
    } else {
      samples.labelNum[row] = label.num;
      samples.labelNumUnit[row] = this.internLabelText(label.unit ?? '');
    }
  }

  /**
   * The frozen profile, with `dropFrames` and `keepFrames` applied. A decoder that filled `samples`
   * hands over the tree of their stacks. The builder is spent afterwards; a second call throws.
   */
  finish(stackTree: StackTree = (this.stacks ?? new StackTreeBuilder()).finish()): Profile {
    if (this.finished) throw new Error('A ProfileBuilder can be finished only once.');
    this.finished = true;
    const { length, values, labelStart } = this.samplesOfAllTypes();
    const { stacks, stackOf } = this.prune(stackTree);
    return {
      sampleTypes: this.sampleTypes,
      defaultSampleType: this.defaultSampleType,
      periodType: this.periodType,
      period: this.period,
      timeNanos: this.timeNanos,
      durationNanos: this.durationNanos,
      comments: this.comments,
      docUrl: this.docUrl,
      dropFrames: this.dropFrames,
      keepFrames: this.keepFrames,
      samples: {
        length,
        stack: stackOf,
        values: values.map((column) => column.subarray(0, length)),
        labelStart: labelStart.subarray(0, length + 1),
      },
      stacks,
      ...locationColumns(this.locations),
      functions: {
        length: this.functions.length,
        name: this.functions.map((fn) => fn.name),
        systemName: this.functions.map((fn) => fn.systemName),
        filename: this.functions.map((fn) => fn.filename),
        startLine: Float64Array.from(this.functions, (fn) => fn.startLine),
      },
      mappings: mappingColumns(this.mappings),
      labels: this.labelColumns(),
      memStats: this.memStats,
      warnings: this.warnings,
    };
  }

  private prune(stackTree: StackTree): StackTree {
    const names = this.functions.map((fn) => fn.name);
    const plan = planPruning(this.dropFrames, this.keepFrames, names, this.locations);
    if (plan.warning !== '') this.warnings.push(plan.warning);
    this.locations = plan.locations;
    return plan.fate === null ? stackTree : cutStacks(stackTree, plan.fate);
  }

  /** The columns of `samples`, made when the first sample comes or none does. */
  private samplesOfAllTypes(): SampleColumns {
    if (this.samples.values.length !== this.sampleTypes.length) {
      this.samples = new SampleColumns(this.sampleTypes.length);
    }
    return this.samples;
  }

  private labelColumns(): LabelTable {
    const { labelCount, labelKey, labelStr, labelNum, labelNumUnit } = this.samples;
    return {
      length: labelCount,
      key: labelKey.subarray(0, labelCount),
      str: labelStr.subarray(0, labelCount),
      num: labelNum.subarray(0, labelCount),
      numUnit: labelNumUnit.subarray(0, labelCount),
      text: this.labelText,
    };
  }
}
