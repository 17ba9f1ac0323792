import type { SideName } from '../../../bridge/comparison-api.ts';
import type { SourceFile } from '../../../bridge/sites-api.ts';
import type { FrameIndex } from '../../../core/analysis/frames.ts';
import { CompilerLines } from '../../../core/analysis/sites/compiler-lines.ts';
import { type NamedSite, namedSite } from '../../../core/analysis/sites/named-site.ts';
import { type AllocationSite, findSites } from '../../../core/analysis/sites/sites.ts';
import { GoFile } from '../../../core/evidence/go-source/go-file.ts';
import { RULES } from '../../../core/evidence/patterns/rules/index.ts';
import { baseName } from '../../../core/text/path.ts';
import { type AverageSizePair, averageSizePair } from '../../../core/units/average-size-pair.ts';
import type { Side } from '../../subject.ts';
import { escapesOfSide } from '../escape/escapes-of-side.ts';
import type { Beside, EvidenceOfSides } from '../evidence-of-sides.ts';

/** The lines of a side that allocate. */
export interface NamedSide {
  /** All of them, the heaviest first. */
  readonly sites: readonly AllocationSite[];
  /** What tells the function of a line from others, by its symbol and the name of its file. */
  readonly functionOf: (site: AllocationSite) => string;
  /** Names a line. */
  readonly name: (site: AllocationSite) => NamedSite;
  readonly totalObjects: number;
  readonly totalBytes: number;
  readonly sampleType: number;
  readonly types: AverageSizePair;
  readonly scale: number;
  readonly hasCompiler: boolean;
  /** The frame of the view that a site is. */
  readonly frameOf: (site: NamedSite) => number;
}

/** Finds the lines of a side that allocate; null where it is not about allocations. */
export function nameSide(
  texts: EvidenceOfSides,
  beside: Beside,
  name: SideName,
  side: Side,
  index: FrameIndex,
  sources: readonly SourceFile[],
): NamedSide | null {
  const { profile, sampleType, keeps } = side;
  const types = averageSizePair(profile.sampleTypes, sampleType);
  if (types === null) return null;
  const { frames } = index;
  const found = findSites(profile, index, types, sampleType, keeps);
  // The texts of a profile that is looked at alone may be those of either side.
  const said =
    name === 'after' && texts.after.length === 0 && beside.view.base === null ? 'before' : name;
  const { evidence } = escapesOfSide(texts, null, said);
  const lines = new CompilerLines(
    evidence,
    frames,
    found.map(({ frame }) => frame),
  );
  const files = new Map(sources.map(({ file, text }) => [file, new GoFile(text)]));
  const witnesses = {
    compiler: (path: string, line: number) => lines.at(path, line),
    source: (path: string) => files.get(path) ?? null,
  };
  return {
    sites: found,
    functionOf: ({ frame }) =>
      `${frames.functionName[frame]} ${baseName(frames.file[frame] ?? '')}`,
    name: (site) => namedSite(site, frames, types, witnesses, RULES),
    totalObjects: found.reduce((sum, { values }) => sum + (values[types.objects] ?? 0), 0),
    totalBytes: found.reduce((sum, { values }) => sum + (values[types.space] ?? 0), 0),
    sampleType,
    types,
    scale: side.scale,
    hasCompiler: evidence.diagnostics.length > 0,
    frameOf: ({ site }) => frameOf(side, index, site.frame, site.ways[0]?.stack ?? -1),
  };
}

/** The view's frame at the place of a line's on a stack; the outermost of its location where inlined ones are left out. */
function frameOf(
  { profile, index }: Side,
  lines: FrameIndex,
  frame: number,
  stack: number,
): number {
  const { parent, location } = profile.stacks;
  for (let row = stack; row >= 0; row = parent[row] ?? -1) {
    const at = location[row] ?? 0;
    const first = lines.frameStart[at] ?? 0;
    const end = lines.frameStart[at + 1] ?? 0;
    const offset = lines.frameOf.subarray(first, end).lastIndexOf(frame);
    if (offset < 0) continue;
    const own = index.frameStart[at] ?? 0;
    const hasAll = (index.frameStart[at + 1] ?? 0) - own === end - first;
    return index.frameOf[hasAll ? own + offset : own] ?? -1;
  }
  return -1;
}
