import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ProfileSummary } from '../../src/bridge/engine-api.ts';
import type { EvidenceSides } from '../../src/bridge/evidence-question.ts';
import type { ExportProgress, ExportRequest } from '../../src/bridge/export-api.ts';
import { type EvidenceFile, openEvidence } from '../../src/cli/export-evidence.ts';
import { encodePprof } from '../../src/core/formats/pprof/encode.ts';
import type { Profile } from '../../src/core/profile/profile.ts';
import { Session } from '../../src/engine/session.ts';
import { makeExport } from '../../src/export/make-export.ts';
import type { ExportTools } from '../../src/export/tools.ts';

/** A profile to export: a file to read, or one drawn as text and what its file would be called. */
export type Exported = string | { readonly name: string; readonly profile: Profile };

/** What tests export with: profiles open in a session within this process, under the ids 1, 2 … */
export interface TestTools extends ExportTools {
  /** The texts of both runs. */
  readonly sides: EvidenceSides;
  /** What was reported so far. */
  readonly reported: readonly ExportProgress[];
}

/** The moment of every export in tests: 25 November 2026, 12:00 UTC. */
const NOW_MILLIS = Date.UTC(2026, 10, 25, 12);

/** Opens profiles for exports. `onReport` may throw, as the one that cancels does. */
export async function exportTools(
  profiles: readonly Exported[],
  onReport: (progress: ExportProgress) => void = () => {},
  texts: readonly EvidenceFile[] = [],
): Promise<TestTools> {
  const session = new Session();
  const summaries = new Map<number, ProfileSummary>();
  for (const [at, exported] of profiles.entries()) {
    const source =
      typeof exported === 'string'
        ? { name: basename(exported), path: exported, bytes: await bytesOf(exported) }
        : { name: exported.name, path: '', bytes: encodePprof(exported.profile) };
    const sha256 = createHash('sha256').update(source.bytes).digest('hex');
    summaries.set(at + 1, { ...(await session.openProfile(at + 1, source, () => {})), sha256 });
  }
  const evidence = await openEvidence(session, texts, {
    firstId: profiles.length + 1,
    isComparison: profiles.length > 1,
  });
  const reported: ExportProgress[] = [];
  return {
    ask: async (method, params) => session.answer(method, params),
    evidence: evidence.texts,
    sides: evidence.sides,
    profile: (id) => {
      const summary = summaries.get(id);
      if (summary === undefined) throw new Error('That profile is not open any more.');
      return summary;
    },
    report: (progress) => {
      reported.push(progress);
      onReport(progress);
    },
    version: '1.2.3',
    nowMillis: NOW_MILLIS,
    reported,
  };
}

const bytesOf = async (path: string) => new Uint8Array(await readFile(path));

/** The files that an export makes, by name and in order, each whole. */
export async function exportedFiles(
  request: ExportRequest,
  fileName: string,
  tools: ExportTools,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const pieces = new Map<string, Uint8Array[]>();
  for await (const { file, bytes } of makeExport(request, fileName, tools)) {
    pieces.set(file, [...(pieces.get(file) ?? []), bytes]);
  }
  return new Map(Array.from(pieces, ([file, parts]) => [file, joined(parts)]));
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
