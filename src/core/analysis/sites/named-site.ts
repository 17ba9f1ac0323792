import type { Certainty, Rule, Testimony, Witness } from '../../evidence/patterns/rule.ts';
import { baseName } from '../../text/path.ts';
import type { AverageSizePair } from '../../units/average-size-pair.ts';
import type { FrameTable } from '../frames.ts';
import { type LineWitnesses, nameSite } from './name-sites.ts';
import type { AllocationSite } from './sites.ts';

/** A line that allocates, and the patterns that the evidence bears out. Text comes from outside. */
export interface NamedSite {
  readonly site: AllocationSite;
  readonly functionName: string;
  /** As the profile has it; '' unknown. */
  readonly path: string;
  /** 0 unknown. */
  readonly line: number;
  /** The line in its source, without the space around it; '' without a source. */
  readonly text: string;
  readonly objects: number;
  readonly bytes: number;
  /** The part of them in ways that were named. */
  readonly namedObjects: number;
  readonly namedBytes: number;
  /** Library functions that it calls and that allocate, and whether it allocates itself. */
  readonly called: readonly string[];
  readonly allocatesItself: boolean;
  /** The heaviest first. */
  readonly names: readonly SiteName[];
}

/** A pattern that a line was named with, and what the ways cost that it was named for. */
interface SiteName {
  readonly rule: Rule;
  /** Of the heaviest of those ways, as is the evidence. */
  readonly certainty: Certainty;
  readonly evidence: readonly (Testimony & { readonly witness: Witness })[];
  readonly objects: number;
  readonly bytes: number;
  /** Whether other patterns are named for the same allocations, so that not all of them need be of this one. */
  readonly isShared: boolean;
}

/** Names a site. `types` are the sample types by which it costs objects and bytes. */
export function namedSite(
  site: AllocationSite,
  frames: FrameTable,
  types: AverageSizePair,
  witnesses: LineWitnesses,
  rules: readonly Rule[],
): NamedSite {
  const findings = nameSite(site, frames, types, witnesses, rules);
  const names = new Map<Rule, SiteName>();
  let namedObjects = 0;
  let namedBytes = 0;
  site.ways.forEach((way, at) => {
    const objects = way.values[types.objects];
    const bytes = way.values[types.space];
    const found = findings[at];
    if (found.length === 0) return;
    namedObjects += objects;
    namedBytes += bytes;
    for (const { rule, certainty, evidence } of found) {
      const isShared = found.length > 1;
      const known = names.get(rule) ?? {
        rule,
        certainty,
        evidence,
        objects: 0,
        bytes: 0,
        isShared,
      };
      names.set(rule, {
        ...known,
        objects: known.objects + objects,
        bytes: known.bytes + bytes,
        isShared: known.isShared || isShared,
      });
    }
  });
  const path = frames.file[site.frame];
  const line = Math.max(0, frames.line[site.frame]);
  const called = site.ways.map(({ chain }) =>
    chain.length === 0 ? '' : frames.functionName[chain[0]],
  );
  return {
    site,
    functionName: frames.functionName[site.frame],
    path,
    line,
    text: path === '' ? '' : (witnesses.source(path)?.lineText(line) ?? ''),
    objects: site.values[types.objects],
    bytes: site.values[types.space],
    namedObjects,
    namedBytes,
    called: [...new Set(called)].filter((name) => name !== ''),
    allocatesItself: called.includes(''),
    names: [...names.values()].sort((a, b) => b.objects - a.objects),
  };
}

/** The name of the file that a site is in. */
export function fileOf({ path }: Pick<NamedSite, 'path'>): string {
  return path === '' ? '' : baseName(path);
}
