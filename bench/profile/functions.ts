import type { Random } from './random.ts';

/** A function of the made-up program. */
export interface GoFunction {
  readonly name: string;
  readonly file: string;
  readonly startLine: number;
  /** How many call sites are in it. */
  readonly sites: number;
}

const STANDARD =
  'runtime net/http encoding/json bufio fmt strings bytes reflect sync compress/gzip crypto/tls'.split(
    ' ',
  );
const ORGANISATIONS =
  'github.com/acme/platform github.com/acme/billing github.com/acme/search example.com/vendor/kv golang.org/x/net google.golang.org/grpc'.split(
    ' ',
  );
const PACKAGES =
  'handlers store codec index cache rpc query planner exec auth metrics queue wal shard router'.split(
    ' ',
  );
const VERBS =
  'Process build collect Encode decode lookup Write read merge split Flush append resolve Visit render Marshal parse apply'.split(
    ' ',
  );
const NOUNS =
  'Request Key IDs Row Batch Frame Header Buffer Node Token Segment Record Value Field Page Entry Chunk'.split(
    ' ',
  );
const TYPES =
  'Handler Store Encoder Index Cache Client Server Planner Executor Queue Reader Writer'.split(' ');

/** Makes functions with the kinds of names that Go gives: methods, closures, generics. */
export function makeFunctions(random: Random, count: number): GoFunction[] {
  return Array.from({ length: count }, (_, number) => {
    const path =
      random.below(4) === 0
        ? random.pick(STANDARD)
        : `${random.pick(ORGANISATIONS)}/${random.pick(PACKAGES)}`;
    const base = path.slice(path.lastIndexOf('/') + 1);
    return {
      name: `${path}.${symbol(random, number)}`,
      file: `/src/${path}/${base}${random.below(8)}.go`,
      startLine: 10 + random.below(900),
      sites: 1 + random.below(6),
    };
  });
}

function symbol(random: Random, number: number): string {
  // Beyond the first ones the words would not do for names that are all different.
  const name = `${random.pick(VERBS)}${random.pick(NOUNS)}${number < 300 ? '' : number}`;
  switch (random.below(5)) {
    case 0:
    case 1:
      return `(*${random.pick(TYPES)}).${name}`;
    case 2:
      return `${name}.func${1 + random.below(4)}`;
    case 3:
      return random.below(6) === 0 ? `${name}[go.shape.string]` : name;
    default:
      return name;
  }
}
