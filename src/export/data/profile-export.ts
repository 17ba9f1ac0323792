import type { Base } from '../../bridge/comparison-api.ts';
import type { View } from '../../bridge/engine-api.ts';
import type { ExportPiece, ExportRequest, ProfileExport } from '../../bridge/export-api.ts';
import { distinctName } from '../../words/namesake-note.ts';
import type { ExportTools } from '../tools.ts';
import { gzip } from './gzip.ts';

/**
 * A gzipped pprof profile of what the focus keeps, or of the difference; docs/export.md says how it is
 * made. Where it came from, and what was done to its values, stands in its comments.
 */
export async function* exportProfile(
  request: ExportRequest,
  _: ProfileExport,
  file: string,
  tools: ExportTools,
): AsyncGenerator<ExportPiece> {
  for await (const bytes of gzip(pprofPieces(request, tools))) yield { file, bytes };
}

/** Raw bytes are about seven times those of the file. */
async function* pprofPieces(
  request: ExportRequest,
  tools: ExportTools,
): AsyncGenerator<Uint8Array> {
  const { view } = request;
  const comments = profileComments(request, tools);
  let from = 0;
  let total = 0;
  try {
    while (from >= 0) {
      tools.report({ step: 'Writing samples', done: from, total });
      const piece = await tools.ask('pprof', { view, comments, from });
      ({ total, next: from } = piece);
      yield piece.bytes;
    }
  } finally {
    // Ended early: the engine need not keep its place. Where the profile is closed it has none.
    if (from > 0) await tools.ask('pprof', { view, comments, from: -1 }).catch(() => null);
  }
}

/** What a reader of the file should know, a sentence each; `go tool pprof -comments` prints them. */
function profileComments({ view, per }: ExportRequest, tools: ExportTools): string[] {
  const { base, focus } = view;
  const all = [view.profile, ...(base === null ? [] : [base.profile])].map((id) =>
    tools.profile(id),
  );
  const origin = (id: number) => {
    const profile = tools.profile(id);
    return `${distinctName(profile, all)} (SHA-256 ${profile.sha256})`;
  };
  const comments =
    base === null
      ? [`Saved by Allocscope ${tools.version} from ${origin(view.profile)}.`]
      : [
          `Difference saved by Allocscope ${tools.version}: ${origin(view.profile)} less ${origin(base.profile)}.`,
          ...fairnessComments(base, per),
          ...joinComments(view, base),
        ];
  if (focus !== null) {
    const through = focus.kind === 'frame' ? focus.name : focus.pattern.text;
    comments.push(`Only samples with stacks through ${through}.`);
  }
  return comments;
}

function fairnessComments({ fairness }: Base, per: string | null): string[] {
  if (fairness.kind === 'asMeasured') return [];
  if (fairness.kind === 'sameTotal') {
    return [
      'Values after were multiplied so that both sides have the same total, as by pprof -normalize.',
    ];
  }
  const { before, after } = fairness;
  const scaled = before === after ? '' : ` (${before} before, ${after} after)`;
  const rounded = before === after ? '' : ' and rounded to whole numbers';
  const units = `${Math.max(before, after)} times ${per || 'unit'}`;
  return [
    `Values that are shown divided are per ${units}${scaled}${rounded}; others are as measured.`,
  ];
}

function joinComments({ granularity }: View, { rules }: Base): string[] {
  if (!rules.tolerant && rules.renames.length === 0) return [];
  return [
    `Functions before have the names that they were joined by at granularity ${granularity}; their own are their system names.`,
  ];
}
