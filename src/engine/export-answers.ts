import type { EngineParams, FilePiece, View } from '../bridge/engine-api.ts';
import type { TreeRun } from '../bridge/tree-api.ts';
import { TreeWalk } from '../core/analysis/tree-walk.ts';
import { PprofEncoding } from '../core/formats/pprof/encode.ts';
import type { Answers } from './answers.ts';
import { growTree } from './open-profile.ts';
import type { Subject } from './subject.ts';

/** The questions that make files, a piece at a time. */
type ExportMethod = 'walk' | 'pprof';

/** How they are answered. */
export const exportAnswers: Answers<ExportMethod, Subject> = { walk, pprof };

/** Some 30 ms of work, and 1.5 MB. */
const NODES_AT_A_TIME = 65_536;
const SAMPLES_AT_A_TIME = 32_768;

/** What is under way: where it stands, and what goes on from there. */
interface Place<T> {
  readonly key: string;
  readonly at: number;
  readonly work: T;
}

/** By subject, one of each at a time: another one begins anew, and catches up. */
const walks = new WeakMap<Subject, Place<TreeWalk>>();
const encodings = new WeakMap<Subject, Place<PprofEncoding>>();

function walk(subject: Subject, { view, from }: EngineParams<'walk'>): TreeRun {
  const key = JSON.stringify(view);
  const known = taken(walks, subject, key, from);
  if (from < 0) return { frame: NONE, depth: NONE, self: [], next: -1, hasNegative: false };
  const treeWalk = known ?? walkFrom(subject, view, from);
  const run = treeWalk.next(NODES_AT_A_TIME);
  const next = treeWalk.isAtEnd ? -1 : from + run.frame.length;
  if (next >= 0) walks.set(subject, { key, at: next, work: treeWalk });
  const hasNegative = subject
    .sides(view)
    .some(({ weights }) => weights.allTotal !== weights.allWeight);
  return { ...run, next, hasNegative };
}

const NONE = new Int32Array();

/** A walk that has passed `from` nodes. Its tree is its own, and gone with it. */
function walkFrom(subject: Subject, view: View, from: number): TreeWalk {
  const treeWalk = new TreeWalk(growTree(subject.sides(view), view.order));
  for (let rest = from; rest > 0; rest -= NODES_AT_A_TIME) {
    treeWalk.next(Math.min(rest, NODES_AT_A_TIME));
  }
  return treeWalk;
}

function pprof(subject: Subject, { view, comments, from }: EngineParams<'pprof'>): FilePiece {
  const key = JSON.stringify([view, comments]);
  const known = taken(encodings, subject, key, from);
  if (from < 0) return { bytes: new Uint8Array(), next: -1, total: 0 };
  const encoding = known ?? encodingOf(subject, view, comments);
  const { length } = encoding.profile.samples;
  // Piece 0 is the head, piece n the nth run of samples.
  const end = from * SAMPLES_AT_A_TIME;
  const start = end - SAMPLES_AT_A_TIME;
  const bytes = from === 0 ? encoding.head() : encoding.samples(start, Math.min(end, length));
  const total = Math.ceil(length / SAMPLES_AT_A_TIME) + 1;
  const next = from + 1 < total ? from + 1 : -1;
  if (next >= 0) encodings.set(subject, { key, at: next, work: encoding });
  return { bytes, next, total };
}

function encodingOf(subject: Subject, view: View, comments: readonly string[]): PprofEncoding {
  const saved = subject.saved(view);
  const encoding = new PprofEncoding({ ...saved, comments: [...saved.comments, ...comments] });
  return encoding;
}

/** What is under way, if it is the same work at the same place; it is forgotten in any case. */
function taken<T>(
  places: WeakMap<Subject, Place<T>>,
  subject: Subject,
  key: string,
  at: number,
): T | null {
  const place = places.get(subject);
  places.delete(subject);
  return place !== undefined && place.key === key && place.at === at ? place.work : null;
}
