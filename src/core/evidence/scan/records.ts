import { ascii, Byte, startsWith, startsWithOneOf } from './bytes.ts';

/*
 * Lines that are records, each of which holds a piece of the text of one of several sources:
 *
 *   {"Time":"…","Action":"output","Package":"a/b","Output":"BenchmarkX \t"}    go test -json (cmd/test2json)
 *   {"log":"gc 1 @0.008s …\n","stream":"stderr","time":"…"}                    docker's json-file driver
 *   2026-11-28T17:43:31.123456789Z stderr P gc 1 @0.0                          Kubernetes (CRI); P is part of a line
 *
 * Pieces of one source, in their order, make its text: a line of it may come in several, and pieces of other
 * sources between them.
 */

/** What a record holds. */
export interface Piece {
  readonly source: string;
  readonly text: string;
}

export type RecordForm = 'docker' | 'goTest' | 'cri';

/** What records of JSON begin with. */
const DOCKER = ascii('{"log":"');
const GO_TEST = ['{"Time":"', '{"Action":"', '{"ImportPath":"', '{"Package":"'].map(ascii);
/** The same in a text of JSON. */
const ESCAPED = [
  '{\\"log\\":',
  '{\\"Time\\":',
  '{\\"Action\\":',
  '{\\"ImportPath\\":',
  '{\\"Package\\":',
].map(ascii);
const CRI = ['stdout F ', 'stderr F ', 'stdout P ', 'stderr P '].map(ascii);
const CRI_BYTES = 'stdout F '.length;

/** What stands before the text of a go test record. */
export const OUTPUT_KEY: Uint8Array = ascii('"Output":"');

/**
 * The form that the line at `start` has if it is a record, by its beginning; null if it is none. `message` is
 * where it goes on behind its time.
 */
export function recordForm(block: Uint8Array, start: number, message: number): RecordForm | null {
  if (block[start] === Byte.openBrace) {
    // Services that log JSON have lower-case keys, most of them.
    if (block[start + 2] >= Byte.lowerA) return startsWith(block, start, DOCKER) ? 'docker' : null;
    return startsWithOneOf(block, start, GO_TEST) ? 'goTest' : null;
  }
  return message !== start && startsWithOneOf(block, message, CRI) ? 'cri' : null;
}

/** Where the text of a record begins, of the forms that have it at a fixed place behind `message`. */
export function recordTextStart(form: 'docker' | 'cri', message: number): number {
  return message + (form === 'docker' ? DOCKER.length : CRI_BYTES);
}

/**
 * Whether the text of a record is a whole line that says by its beginning what it is. A piece of a line, one
 * that begins with an escape, and a record within the record have to be read to know. May say no for a whole one.
 */
export function isWholeLine(
  form: RecordForm,
  block: Uint8Array,
  textStart: number,
  end: number,
): boolean {
  if (form === 'cri') {
    return block[textStart - 2] === WHOLE && recordForm(block, textStart, textStart) === null;
  }
  if (block[textStart] === Byte.backslash || startsWithOneOf(block, textStart, ESCAPED))
    return false;
  // Behind the text stand at most the stream and the time, or nothing.
  const least = Math.max(textStart, end - MAX_TAIL_BYTES);
  for (let quote = end - 1; quote >= least + 2; quote--) {
    if (block[quote] !== Byte.quote) continue;
    const isEnd = block[quote - 1] === LOWER_N && block[quote - 2] === Byte.backslash;
    if (isEnd) return block[quote - 3] !== Byte.backslash;
  }
  return false;
}

const MAX_TAIL_BYTES = 128;
const WHOLE = 'F'.charCodeAt(0);
const LOWER_N = 'n'.charCodeAt(0);

/** Reads a record from its line, from `message` on; null when it turns out to be none or to hold no text. */
export function readRecord(form: RecordForm, line: string): Piece | null {
  if (form === 'cri') {
    const text = line.slice(CRI_BYTES);
    return {
      source: line.slice(0, 'stdout'.length),
      text: line.startsWith('F', 7) ? `${text}\n` : text,
    };
  }
  const record = parsed(line);
  if (form === 'docker') return pieceOf(record['stream'], record['log']);
  if (record['Action'] !== 'output' && record['Action'] !== 'build-output') return null;
  return pieceOf(record['Package'] ?? record['ImportPath'], record['Output']);
}

function pieceOf(source: unknown, text: unknown): Piece | null {
  if (typeof text !== 'string') return null;
  return { source: typeof source === 'string' ? source : '', text };
}

/** Under what name a shipper that writes JSON keeps the line. */
const MESSAGE_NAMES = [
  'log',
  'message',
  'msg',
  'MESSAGE',
  '@message',
  'textPayload',
  'text',
  'line',
  'body',
];

/** The line that a shipper put into an object of JSON; null where it did not. */
export function shippedMessage(line: string): string | null {
  const record = parsed(line);
  // A diagnostic of the compiler has a message too, and is read as a whole.
  if ('range' in record) return null;
  const name = MESSAGE_NAMES.find((name) => typeof record[name] === 'string');
  return name === undefined ? null : (record[name] as string);
}

/** The object of JSON that a line is; without properties when it is none. */
function parsed(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
