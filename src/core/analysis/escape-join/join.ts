import { type EscapeEvidence, saysAllocation } from '../../evidence/escape/diagnostics.ts';
import { isConstant } from '../../evidence/patterns/subject.ts';
import type { Profile } from '../../profile/profile.ts';
import type { FrameIndex } from '../frames.ts';
import { DiagnosticLines } from './diagnostic-lines.ts';
import { type EscapeJoin, type FileMatches, JoinClass } from './escape-join.ts';
import { type LeafSums, sumLeafLocations } from './leaf-sums.ts';
import { matchFiles } from './match-files.ts';
import { ProfileFiles } from './profile-files.ts';
import { mayBeSameFunction } from './same-function.ts';

/**
 * Joins what the compiler said to the lines of a profile that allocate, by file and line: a profile has no columns.
 *
 * The runtime counts an allocation at the line that asks for it: where a variable is declared that moves to the
 * heap, or where the expression begins that escapes. Where that line was inlined, the compiler speaks of it at the
 * line of the outermost call, as that is where its body stands.
 *
 * `index` is of granularity `lines` with inlined frames; `sampleTypes` are the one that counts objects and the one
 * that sums their bytes; `keeps` as in weights.
 */
export function joinEscapes(
  profile: Profile,
  index: FrameIndex,
  evidence: EscapeEvidence,
  sampleTypes: readonly [objects: number, bytes: number],
  keeps: Uint8Array | null,
): EscapeJoin {
  const sums = sumLeafLocations(profile, sampleTypes, keeps);
  const places = leafPlaces(profile, index, sums);
  const lines = new DiagnosticLines(evidence.diagnostics, evidence.files.length);
  const files = matchFiles(places.files.files, evidence.files, {
    speaksOf: (file) => lines.speaksOf(file),
    sharedLines: (profileFile, file) => {
      let shared = 0;
      for (const line of places.files.linesOf(profileFile)) {
        if (lines.allocates(file, line)) shared++;
      }
      return shared;
    },
  });
  return new Joining(index, evidence, lines, files, places).join(sums);
}

/** The locations that are leaves of samples: columns by their number among these. */
interface LeafPlaces {
  readonly location: Int32Array;
  /** Row of the frames: the innermost one, and the one that the others of the location were inlined into. */
  readonly leaf: Int32Array;
  readonly outermost: Int32Array;
  /** Rows of `files`; -1 where a frame has none. */
  readonly leafFile: Int32Array;
  readonly outermostFile: Int32Array;
  readonly files: ProfileFiles;
}

function leafPlaces(profile: Profile, index: FrameIndex, sums: LeafSums): LeafPlaces {
  const { frames, frameStart, frameOf } = index;
  const files = new ProfileFiles(frames);
  const counted: number[] = [];
  for (let location = 0; location < profile.locations.length; location++) {
    if (sums.objects[location] !== 0 || sums.bytes[location] !== 0) counted.push(location);
  }
  const location = Int32Array.from(counted);
  const leaf = location.map((row) => frameOf[frameStart[row + 1] - 1]);
  const outermost = location.map((row) => frameOf[frameStart[row]]);
  const leafFile = leaf.map((frame) => files.rowOf(frame));
  const outermostFile = outermost.map((frame) => files.rowOf(frame));
  leafFile.forEach((file, at) => {
    if (file >= 0) files.addLine(file, frames.line[leaf[at]]);
  });
  return { location, leaf, outermost, leafFile, outermostFile, files };
}

class Joining {
  private readonly index: FrameIndex;
  private readonly evidence: EscapeEvidence;
  private readonly lines: DiagnosticLines;
  private readonly files: FileMatches;
  private readonly places: LeafPlaces;

  constructor(
    index: FrameIndex,
    evidence: EscapeEvidence,
    lines: DiagnosticLines,
    files: FileMatches,
    places: LeafPlaces,
  ) {
    this.index = index;
    this.evidence = evidence;
    this.lines = lines;
    this.files = files;
    this.places = places;
  }

  join(sums: LeafSums): EscapeJoin {
    const { location, leaf } = this.places;
    const sites = new Sites(this.index.frames.length);
    for (let at = 0; at < location.length; at++) {
      const site = sites.rowOf(leaf[at], location[at]);
      if (site === sites.own.length) sites.own.push(this.ownMessages(at));
      const calls = this.callMessages(at, sites.own[site]);
      sites.add(site, this.classOf(at, sites.own[site], calls), calls, {
        objects: sums.objects[location[at]],
        bytes: sums.bytes[location[at]],
      });
    }
    return { ...sites.finish(sums), files: this.files };
  }

  /** What was said of a leaf's own line. */
  private ownMessages(at: number): Int32Array {
    const file = this.fileOf(this.places.leafFile[at]);
    if (file < 0) return new Int32Array();
    return this.lines.rowsOf(file, this.lineOf(this.places.leaf[at]));
  }

  /** What explains a leaf at the line of the call that it was inlined into, where its own line does not. */
  private callMessages(at: number, own: Int32Array): Int32Array {
    const { leaf, outermost, outermostFile } = this.places;
    const file = this.fileOf(outermostFile[at]);
    if (leaf[at] === outermost[at] || file < 0 || own.some((row) => this.explainsOwn(row, at))) {
      return new Int32Array();
    }
    return this.lines
      .rowsOf(file, this.lineOf(outermost[at]))
      .filter((row) => this.explainsInlined(row, at));
  }

  private classOf(at: number, own: Int32Array, calls: Int32Array): number {
    const file = this.places.leafFile[at];
    if (own.some((row) => this.explainsOwn(row, at))) return JoinClass.explained;
    if (calls.length > 0) return JoinClass.explainedAtCall;
    if (file < 0) return JoinClass.noLine;
    const matched = this.fileOf(file);
    return matched >= 0 && this.lines.speaksOf(matched)
      ? JoinClass.lineSilent
      : JoinClass.fileSilent;
  }

  /** An allocation of the line itself, rather than of a body that was inlined into it. */
  private explainsOwn(row: number, at: number): boolean {
    const { inlinedFile } = this.evidence.diagnostics;
    if (!this.isAllocation(row) || inlinedFile[row] >= 0) return false;
    return this.isOfFunction(row, this.places.leaf[at]);
  }

  /** An allocation of the body that the leaf is of; only -json says which body it is. */
  private explainsInlined(row: number, at: number): boolean {
    const { inlinedFile, inlinedLine } = this.evidence.diagnostics;
    if (!this.isAllocation(row)) return false;
    if (inlinedFile[row] < 0) return this.isOfFunction(row, this.places.outermost[at]);
    return (
      inlinedFile[row] === this.fileOf(this.places.leafFile[at]) &&
      inlinedLine[row] === this.lineOf(this.places.leaf[at])
    );
  }

  /** The compiler says of constants too that they escape, which become interfaces without an allocation. */
  private isAllocation(row: number): boolean {
    const { diagnostics, texts } = this.evidence;
    return saysAllocation(diagnostics.kind[row]) && !isConstant(texts[diagnostics.subject[row]]);
  }

  /** Other source has other functions on its lines. */
  private isOfFunction(row: number, frame: number): boolean {
    const { diagnostics, texts } = this.evidence;
    const { functionName } = this.index.frames;
    return mayBeSameFunction(texts[diagnostics.function[row]], functionName[frame]);
  }

  /** Row of the diagnostics' files; -1 when there is none. */
  private fileOf(profileFile: number): number {
    return profileFile < 0 ? -1 : this.files.file[profileFile];
  }

  private lineOf(frame: number): number {
    return this.index.frames.line[frame];
  }
}

/** The lines that allocate, while the locations come that they are made of. */
class Sites {
  /** What was said of each line itself. */
  readonly own: Int32Array[] = [];
  private readonly rows: Int32Array;
  private readonly frame: number[] = [];
  private readonly location: number[] = [];
  private readonly objects: number[] = [];
  private readonly bytes: number[] = [];
  private readonly explainedObjects: number[] = [];
  private readonly explainedBytes: number[] = [];
  private readonly joinClass: number[] = [];
  private readonly calls: Set<number>[] = [];
  private readonly classObjects = new Float64Array(CLASSES);
  private readonly classBytes = new Float64Array(CLASSES);

  constructor(frameCount: number) {
    this.rows = new Int32Array(frameCount).fill(-1);
  }

  /** Row of a frame, added when it is new, with a location that it is in. */
  rowOf(frame: number, location: number): number {
    if (this.rows[frame] < 0) {
      this.rows[frame] = this.frame.push(frame) - 1;
      this.location.push(location);
      this.objects.push(0);
      this.bytes.push(0);
      this.explainedObjects.push(0);
      this.explainedBytes.push(0);
      this.joinClass.push(CLASSES);
      this.calls.push(new Set());
    }
    return this.rows[frame];
  }

  add(
    site: number,
    joinClass: number,
    calls: Int32Array,
    { objects, bytes }: { objects: number; bytes: number },
  ): void {
    this.objects[site] += objects;
    this.bytes[site] += bytes;
    if (joinClass <= JoinClass.explainedAtCall) {
      this.explainedObjects[site] += objects;
      this.explainedBytes[site] += bytes;
    }
    this.joinClass[site] = Math.min(this.joinClass[site], joinClass);
    for (const row of calls) this.calls[site].add(row);
    this.classObjects[joinClass] += objects;
    this.classBytes[joinClass] += bytes;
  }

  finish(sums: LeafSums): Omit<EscapeJoin, 'files'> {
    const { totalObjects, totalBytes } = sums;
    const order = Array.from(this.frame.keys()).sort(
      (a, b) =>
        this.objects[b] - this.objects[a] ||
        this.bytes[b] - this.bytes[a] ||
        this.frame[a] - this.frame[b],
    );
    const messageStart = new Int32Array(order.length + 1);
    const message: number[] = [];
    order.forEach((site, row) => {
      for (const said of new Set([...this.calls[site], ...this.own[site]])) message.push(said);
      messageStart[row + 1] = message.length;
    });
    // What has no stack has no line.
    this.classObjects[JoinClass.noLine] += totalObjects - sum(this.classObjects);
    this.classBytes[JoinClass.noLine] += totalBytes - sum(this.classBytes);
    return {
      length: order.length,
      frame: Int32Array.from(order, (site) => this.frame[site]),
      location: Int32Array.from(order, (site) => this.location[site]),
      objects: Float64Array.from(order, (site) => this.objects[site]),
      bytes: Float64Array.from(order, (site) => this.bytes[site]),
      explainedObjects: Float64Array.from(order, (site) => this.explainedObjects[site]),
      explainedBytes: Float64Array.from(order, (site) => this.explainedBytes[site]),
      joinClass: Uint8Array.from(order, (site) => this.joinClass[site]),
      messageStart,
      message: Int32Array.from(message),
      totalObjects,
      totalBytes,
      classObjects: this.classObjects,
      classBytes: this.classBytes,
    };
  }
}

const CLASSES = Object.keys(JoinClass).length;

const sum = (column: Float64Array) => column.reduce((all, one) => all + one, 0);
