import type { GoFile } from '../../evidence/go-source/go-file.ts';
import type { AllocationFacts, CompilerMessage } from '../../evidence/patterns/facts.ts';
import { judge } from '../../evidence/patterns/judge.ts';
import type { Finding, Rule } from '../../evidence/patterns/rule.ts';
import type { AverageSizePair } from '../../units/average-size-pair.ts';
import type { FrameTable } from '../frames.ts';
import type { AllocationSite, AllocationWay } from './sites.ts';

/** What can be asked of the lines of a profile; both know paths as the profile has them. */
export interface LineWitnesses {
  /** What the compiler said of a line; null where it never spoke of the file, or was not asked. */
  readonly compiler: (path: string, line: number) => readonly CompilerMessage[] | null;
  /** A source file; null where there is none. */
  readonly source: (path: string) => GoFile | null;
}

/** Tokens of a line; more than these have been written by a program, and would take long to look through. */
const MOST_TOKENS = 400;

/** The patterns of each way in which a site allocates, in the order of its ways. */
export function nameSite(
  site: AllocationSite,
  frames: FrameTable,
  types: AverageSizePair,
  witnesses: LineWitnesses,
  rules: readonly Rule[],
): Finding[][] {
  const path = frames.file[site.frame];
  const line = frames.line[site.frame];
  const isPlace = path !== '' && line > 0;
  const file = isPlace ? witnesses.source(path) : null;
  const compiler = isPlace ? witnesses.compiler(path, line) : null;
  const source = file !== null && isReadable(file, line) ? { file, line } : null;
  return site.ways.map((way) =>
    judge({ stack: stackFacts(site, way, frames, types), compiler, source }, rules),
  );
}

/** Whether a line is there, and one that a person might have written. */
function isReadable(file: GoFile, line: number): boolean {
  const { first, end } = file.tokensOf(line);
  return line <= file.lines.length && end - first <= MOST_TOKENS;
}

function stackFacts(
  { ways }: AllocationSite,
  way: AllocationWay,
  { functionName }: FrameTable,
  types: AverageSizePair,
): AllocationFacts['stack'] {
  const nameOf = (frame: number) => (frame < 0 ? '' : functionName[frame]);
  const beside = ways.filter((other) => other !== way && other.chain.length > 0);
  return {
    chain: Array.from(way.chain, nameOf),
    allocator: nameOf(way.allocator),
    poolNew: nameOf(way.poolNew),
    isOnce: way.isOnce,
    calledBeside: [...new Set(beside.map(({ chain }) => nameOf(chain[0])))],
    objects: Math.abs(way.values[types.objects]),
    sizes: way.sizes,
  };
}
