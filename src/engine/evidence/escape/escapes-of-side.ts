import type { SideName } from '../../../bridge/comparison-api.ts';
import type { EscapeJoin } from '../../../core/analysis/escape-join/escape-join.ts';
import { joinEscapes } from '../../../core/analysis/escape-join/join.ts';
import { type EscapeLines, escapeLines } from '../../../core/analysis/escape-join/lines.ts';
import type { FrameIndex } from '../../../core/analysis/frames.ts';
import type { EscapeEvidence } from '../../../core/evidence/escape/diagnostics.ts';
import { mergeEscapes } from '../../../core/evidence/escape/merge.ts';
import type { Evidence } from '../../../core/evidence/evidence.ts';
import { averageSizePair } from '../../../core/units/average-size-pair.ts';
import type { Side } from '../../subject.ts';
import type { Beside, EvidenceOfSides } from '../evidence-of-sides.ts';

/** What the compiler said of a side, and what that costs. */
export interface EscapesOfSide {
  readonly evidence: EscapeEvidence;
  /** Null where no profile of the side is looked at, or none that counts objects. */
  readonly joined: JoinedSide | null;
}

/** A profile with what the compiler said of its lines. */
export interface JoinedSide {
  readonly join: EscapeJoin;
  /** Of granularity `lines` with inlined ones: what the join's rows refer to. */
  readonly index: FrameIndex;
  /** Under the view: its frames are the view's. */
  readonly side: Side;
  readonly objectType: number;
  readonly byteType: number;
}

/**
 * What the compiler said of a side. A profile that is looked at alone is that of the side after, or of the only
 * side of which there are texts.
 */
export function escapesOfSide(
  texts: EvidenceOfSides,
  beside: Beside | null,
  name: SideName,
): EscapesOfSide {
  const evidence = merged(texts[name]);
  const found = sideOf(texts, beside, name);
  return { evidence, joined: found && joinSide(evidence, found.side, found.index, beside) };
}

/** The lines of a side. */
export function linesOfSide(side: EscapesOfSide): EscapeLines {
  const { evidence, joined } = side;
  if (joined === null) return remembered(listed, evidence, () => escapeLines(evidence, null));
  return remembered(joinedLists, joined.join, () =>
    escapeLines(evidence, { join: joined.join, frames: joined.index.frames }),
  );
}

function sideOf(
  texts: EvidenceOfSides,
  beside: Beside | null,
  name: SideName,
): { side: Side; index: FrameIndex } | null {
  if (beside === null) return null;
  const { view, subject } = beside;
  const sides = subject.sides(view);
  const indices = subject.ownFrames({ granularity: 'lines', inlines: true });
  const alone = texts.after.length > 0 ? 'after' : 'before';
  const at = sides.length === 2 ? (name === 'before' ? 0 : 1) : name === alone ? 0 : -1;
  const side = sides[at];
  const index = indices[at];
  return side === undefined || index === undefined ? null : { side, index };
}

function joinSide(
  evidence: EscapeEvidence,
  side: Side,
  index: FrameIndex,
  beside: Beside | null,
): JoinedSide | null {
  const { profile, sampleType, keeps } = side;
  const pair = averageSizePair(profile.sampleTypes, sampleType);
  if (pair === null) return null;
  const key = `${pair.objects} ${JSON.stringify(beside?.view.focus ?? null)}`;
  let known = joins.get(evidence);
  if (known?.index !== index || known.key !== key) {
    const types = [pair.objects, pair.space] as const;
    known = { index, key, join: joinEscapes(profile, index, evidence, types, keeps) };
    joins.set(evidence, known);
  }
  return { join: known.join, index, side, objectType: pair.objects, byteType: pair.space };
}

/** What the texts of a side say, as one. */
function merged(texts: readonly Evidence[]): EscapeEvidence {
  const parts = texts.map((text) => text.escape.found);
  const [first] = parts;
  if (first === undefined) return NOTHING;
  const known = merges.get(first);
  const isSame =
    known?.parts.length === parts.length && known.parts.every((part, at) => part === parts[at]);
  if (known !== undefined && isSame) return known.whole;
  const whole = mergeEscapes(parts);
  merges.set(first, { parts, whole });
  return whole;
}

const NOTHING = mergeEscapes([]);

/** The join that was asked for last. */
interface KnownJoin {
  readonly index: FrameIndex;
  readonly key: string;
  readonly join: EscapeJoin;
}

// What was worked out of a text goes with it.
const merges = new WeakMap<
  EscapeEvidence,
  { readonly parts: readonly EscapeEvidence[]; readonly whole: EscapeEvidence }
>();
const joins = new WeakMap<EscapeEvidence, KnownJoin>();
const listed = new WeakMap<EscapeEvidence, EscapeLines>();
const joinedLists = new WeakMap<EscapeJoin, EscapeLines>();

function remembered<K extends WeakKey, V>(kept: WeakMap<K, V>, key: K, make: () => V): V {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
}
