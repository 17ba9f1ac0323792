import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexFrames } from '../../src/core/analysis/frames.ts';
import { firstSampleType } from '../../src/core/analysis/sample-types.ts';
import { CompilerLines } from '../../src/core/analysis/sites/compiler-lines.ts';
import { type LineWitnesses, nameSite } from '../../src/core/analysis/sites/name-sites.ts';
import {
  type AllocationSite,
  type AllocationWay,
  findSites,
} from '../../src/core/analysis/sites/sites.ts';
import { EscapeExtractor } from '../../src/core/evidence/escape/extract.ts';
import { GoFile } from '../../src/core/evidence/go-source/go-file.ts';
import type { Finding } from '../../src/core/evidence/patterns/rule.ts';
import { RULES } from '../../src/core/evidence/patterns/rules/index.ts';
import type { Profile } from '../../src/core/profile/profile.ts';
import { averageSizePair } from '../../src/core/units/average-size-pair.ts';

/** A way in which a line allocates, with its names. */
export interface NamedWay {
  readonly site: AllocationSite;
  readonly way: AllocationWay;
  readonly path: string;
  readonly line: number;
  /** Library functions between the line and the allocation. */
  readonly chain: readonly string[];
  readonly objects: number;
  readonly findings: readonly Finding[];
}

/** What there is besides the profile: the compiler's output, and a folder that stands for a path prefix. */
export interface Beside {
  readonly escapes?: string;
  readonly sources?: { readonly folder: string; readonly prefix: string };
}

/** Finds and names the sites of a profile, by all its objects. */
export function namedWays(profile: Profile, { escapes, sources }: Beside): NamedWay[] {
  const index = indexFrames(profile, 'lines', true);
  const rankBy = firstSampleType(profile);
  const types = averageSizePair(profile.sampleTypes, rankBy);
  if (types === null) throw new Error('The profile is not about allocations.');
  const sites = findSites(profile, index, types, rankBy, null);
  const { frames } = index;
  const files = new Map<string, GoFile | null>();
  const witnesses: LineWitnesses = {
    compiler: compilerOf(
      escapes,
      frames,
      sites.map(({ frame }) => frame),
    ),
    source: (path) => {
      if (sources === undefined || !path.startsWith(sources.prefix)) return null;
      const known = files.get(path);
      if (known !== undefined) return known;
      const place = join(sources.folder, path.slice(sources.prefix.length));
      const file = existsSync(place) ? new GoFile(readFileSync(place, 'utf8')) : null;
      files.set(path, file);
      return file;
    },
  };
  return sites.flatMap((site) => {
    const findings = nameSite(site, frames, types, witnesses, RULES);
    return site.ways.map((way, i) => ({
      site,
      way,
      path: frames.file[site.frame] ?? '',
      line: frames.line[site.frame] ?? 0,
      chain: Array.from(way.chain, (frame) => frames.functionName[frame] ?? ''),
      objects: way.values[types.objects] ?? 0,
      findings: findings[i] ?? [],
    }));
  });
}

function compilerOf(
  escapes: string | undefined,
  frames: ConstructorParameters<typeof CompilerLines>[1],
  lineFrames: readonly number[],
): LineWitnesses['compiler'] {
  if (escapes === undefined) return () => null;
  const extractor = new EscapeExtractor();
  for (const line of escapes.split('\n')) extractor.take(line);
  const lines = new CompilerLines(extractor.finish(), frames, lineFrames);
  return (path, line) => lines.at(path, line);
}
