import type { SizeSpread } from '../../evidence/patterns/facts.ts';
import type { Profile } from '../../profile/profile.ts';
import type { AverageSizePair } from '../../units/average-size-pair.ts';
import type { FrameIndex } from '../frames.ts';
import { WayFinder } from './way-finder.ts';

/** A line of code that allocates: itself, or by what it calls of Go's library and runtime. */
export interface AllocationSite {
  /** Row of the frames: of the line, in the function by which it allocates most. */
  readonly frame: number;
  /** One of `CodeOwner`; `library` where no other code is on the stack, and the line is the library's. */
  readonly owner: number;
  /** Sums in each sample type of the profile. */
  readonly values: Float64Array;
  /** The heaviest first, by the ranking sample type. */
  readonly ways: readonly AllocationWay[];
}

/** One way in which a line allocates. */
export interface AllocationWay {
  readonly values: Float64Array;
  /** Rows of the frames that the facts call the chain, from the line on; empty where the line itself allocates. */
  readonly chain: Int32Array;
  /** Rows of the frames of the runtime's function and of the pool's New, as the facts have them; -1 for none. */
  readonly allocator: number;
  readonly poolNew: number;
  /** Whether it runs once for a process, when packages start. */
  readonly isOnce: boolean;
  /** Row of the frames: the line in the function that it stands in here. */
  readonly frame: number;
  /** Row of the stacks that weighs most among those of this way. */
  readonly stack: number;
  readonly sizes: SizeSpread | null;
}

/**
 * The lines that allocate, the heaviest first by the sample type to rank by. Each allocation counts at the line
 * nearest to it on its stack that is neither Go's library nor its runtime, the program's own or a module's; where
 * there is none, at the library's line. `index` is of granularity `lines` with inlined frames; `keeps` as in
 * weights.
 */
export function findSites(
  profile: Profile,
  index: FrameIndex,
  types: AverageSizePair,
  rankBy: number,
  keeps: Uint8Array | null,
): AllocationSite[] {
  const { samples, stacks } = profile;
  const hasSample = new Uint8Array(stacks.length);
  for (let sample = 0; sample < samples.length; sample++) {
    const stack = samples.stack[sample];
    if (stack < 0 || (keeps !== null && keeps[stack] === 0)) continue;
    // Go also writes samples of what it will count with the next collection, all zero until then.
    if (samples.values.some((column) => column[sample] !== 0)) hasSample[stack] = 1;
  }
  const finder = new WayFinder(stacks, index);
  const wayOf = finder.findWays(hasSample);
  const sums = new WaySums(profile, types, rankBy, finder.length);
  for (let sample = 0; sample < samples.length; sample++) {
    const stack = samples.stack[sample];
    if (stack >= 0 && hasSample[stack] === 1) sums.add(sample, wayOf[stack]);
  }
  return group(profile, index, finder, sums, rankBy);
}

/** Sums of the samples of each way. */
class WaySums {
  readonly values: Float64Array[];
  /** Heaviest stack of each way, by the ranking type; -1 for none. */
  readonly stack: Int32Array;
  private readonly heaviest: Float64Array;
  private readonly sizes: Map<number, number>[] = [];
  private readonly profile: Profile;
  private readonly types: AverageSizePair;
  private readonly rankBy: number;
  /** Key of the label by which Go tells the size of the objects of a sample; -1 for none. */
  private readonly sizeKey: number;

  constructor(profile: Profile, types: AverageSizePair, rankBy: number, length: number) {
    this.profile = profile;
    this.types = types;
    this.rankBy = rankBy;
    this.values = profile.sampleTypes.map(() => new Float64Array(length));
    this.stack = new Int32Array(length).fill(-1);
    this.heaviest = new Float64Array(length).fill(-1);
    this.sizeKey = profile.labels.text.indexOf('bytes');
    for (let way = 0; way < length; way++) this.sizes.push(new Map());
  }

  add(sample: number, way: number): void {
    const { samples } = this.profile;
    for (let type = 0; type < this.values.length; type++) {
      this.values[type][way] += samples.values[type][sample];
    }
    const weight = Math.abs(samples.values[this.rankBy][sample]);
    if (weight > this.heaviest[way]) {
      this.heaviest[way] = weight;
      this.stack[way] = samples.stack[sample];
    }
    const count = samples.values[this.types.objects][sample];
    const size = count > 0 ? this.sizeOf(sample, count) : 0;
    if (size > 0) this.sizes[way].set(size, (this.sizes[way].get(size) ?? 0) + count);
  }

  spreadOf(way: number): SizeSpread | null {
    const sizes = [...this.sizes[way]].sort(([a], [b]) => a - b);
    if (sizes.length === 0) return null;
    return { sizeBytes: sizes.map(([size]) => size), objects: sizes.map(([, count]) => count) };
  }

  /** Size of the objects of a sample in bytes: as its label says, else their average; 0 unknown. */
  private sizeOf(sample: number, count: number): number {
    const { samples, labels } = this.profile;
    for (let row = samples.labelStart[sample]; row < samples.labelStart[sample + 1]; row++) {
      if (labels.key[row] === this.sizeKey && labels.str[row] === 0) return Number(labels.num[row]);
    }
    return Math.round(samples.values[this.types.space][sample] / count);
  }
}

function group(
  { sampleTypes }: Profile,
  { frames }: FrameIndex,
  finder: WayFinder,
  sums: WaySums,
  rankBy: number,
): AllocationSite[] {
  const byPlace = new Map<string, AllocationWay[]>();
  for (let way = 0; way < finder.length; way++) {
    const found = finder.way(way, sums.stack[way]);
    const values = Float64Array.from(sampleTypes, (_, type) => sums.values[type][way]);
    const { frame } = found;
    const file = frames.file[frame];
    const place = file === '' ? frames.name[frame] : `${file}:${frames.line[frame]}`;
    const ways = byPlace.get(place) ?? [];
    ways.push({ ...found, values, stack: sums.stack[way], sizes: sums.spreadOf(way) });
    byPlace.set(place, ways);
  }
  const byWeight = (a: { values: Float64Array }, b: { values: Float64Array }) =>
    Math.abs(b.values[rankBy]) - Math.abs(a.values[rankBy]);
  return [...byPlace.values()]
    .map((ways) => {
      ways.sort(byWeight);
      const [{ frame }] = ways;
      const values = Float64Array.from(sampleTypes, (_, type) =>
        ways.reduce((sum, way) => sum + way.values[type], 0),
      );
      return { frame, owner: finder.ownerOf(frame), values, ways };
    })
    .sort(byWeight);
}
