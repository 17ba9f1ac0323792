/** One unit of a family, such as kB of memory. */
export interface Unit {
  /** The name pprof prints. */
  readonly name: string;
  /** Lower-case spellings that pprof reads, without a plural s. */
  readonly aliases: readonly string[];
  /** How many base units one of these is: bytes, nanoseconds, or Google compute units. */
  readonly factor: number;
}

/** Units that convert into one another. */
export interface UnitFamily {
  readonly kind: 'memory' | 'time' | 'compute';
  /** Ascending by factor. */
  readonly units: readonly Unit[];
  /** What values take that fit no unit of the family, or were asked for in a foreign unit. */
  readonly fallback: Unit;
}

/** A unit's spelling, resolved. */
export interface ResolvedUnit {
  readonly family: UnitFamily;
  readonly unit: Unit;
}

const unit = (name: string, factor: number, ...aliases: string[]): Unit => {
  return { name, aliases, factor };
};

const byte = unit('B', 1, 'b', 'byte');
const second = unit('s', 1e9, 's', 'sec', 'second');
const gcu = unit('GCU', 1, 'gcu');

/** The units pprof knows (internal/measurement); memory is binary although it is written kB. */
export const unitFamilies: readonly UnitFamily[] = [
  {
    kind: 'memory',
    units: [
      byte,
      unit('kB', 2 ** 10, 'kb', 'kbyte', 'kilobyte'),
      unit('MB', 2 ** 20, 'mb', 'mbyte', 'megabyte'),
      unit('GB', 2 ** 30, 'gb', 'gbyte', 'gigabyte'),
      unit('TB', 2 ** 40, 'tb', 'tbyte', 'terabyte'),
      unit('PB', 2 ** 50, 'pb', 'pbyte', 'petabyte'),
    ],
    fallback: byte,
  },
  {
    kind: 'time',
    units: [
      unit('ns', 1, 'ns', 'nanosecond'),
      unit('us', 1e3, 'us', 'microsecond'),
      unit('ms', 1e6, 'ms', 'millisecond'),
      second,
      unit('hrs', 3600e9, 'hour', 'hr'),
    ],
    fallback: second,
  },
  {
    kind: 'compute',
    units: [
      unit('n*GCU', 1e-9, 'nanogcu'),
      unit('u*GCU', 1e-6, 'microgcu'),
      unit('m*GCU', 1e-3, 'milligcu'),
      gcu,
      unit('k*GCU', 1e3, 'kilogcu'),
      unit('M*GCU', 1e6, 'megagcu'),
      unit('G*GCU', 1e9, 'gigagcu'),
      unit('T*GCU', 1e12, 'teragcu'),
      unit('P*GCU', 1e15, 'petagcu'),
    ],
    fallback: gcu,
  },
];

/**
 * The family and unit that a spelling names, by pprof's rules: case does not matter, nor does a
 * plural s on spellings of more than two bytes. Null for counts and unknown units.
 */
export function resolveUnit(spelling: string): ResolvedUnit | null {
  const alias = singular(spelling.toLowerCase());
  for (const family of unitFamilies) {
    const found = family.units.find((candidate) => candidate.aliases.includes(alias));
    if (found !== undefined) return { family, unit: found };
  }
  return null;
}

/**
 * What a value in `from` is multiplied by to be in `to`. 1 for equal spellings; null when the two
 * do not measure the same thing.
 */
export function conversionFactor(from: string, to: string): number | null {
  if (from === to) return 1;
  const source = resolveUnit(from);
  const target = resolveUnit(to);
  if (source === null || target === null || source.family !== target.family) return null;
  return source.unit.factor / target.unit.factor;
}

function singular(lower: string): string {
  // pprof counts UTF-8 bytes, so that a two-letter spelling in Greek loses its s too.
  const isLong = lower.length > 2 || (lower.length === 2 && lower.charCodeAt(0) > 0x7f);
  return isLong && lower.endsWith('s') ? lower.slice(0, -1) : lower;
}
