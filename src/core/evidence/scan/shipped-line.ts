import { afterDigits, Byte, isDigit } from './bytes.ts';

/*
 * What stands before a line's own words where those who pass logs on put it. Only what costs nothing to tell is
 * taken off here, so that lines can be known by their beginnings; the extractors pass over other prefixes.
 */

/**
 * Where the message of a line begins: behind colours and a time as RFC 3339 has it, which GitHub, GitLab,
 * Jenkins (in brackets), `kubectl logs --timestamps` and `docker logs -t` put before lines.
 */
export function messageStart(block: Uint8Array, start: number, end: number): number {
  const first = block[start];
  // Most lines of most logs are done with here.
  if (!isDigit(first) && first !== Byte.escape && first !== Byte.openBracket) return start;
  const plain = first === Byte.escape ? afterColours(block, start, end) : start;
  const isBracketed = block[plain] === Byte.openBracket;
  const zone = endOfTime(block, isBracketed ? plain + 1 : plain);
  if (zone === -1) return plain;
  const space = isBracketed && block[zone] === Byte.closeBracket ? zone + 1 : zone;
  if (block[space] !== Byte.space) return plain;
  const message = afterGitlabStream(block, space + 1);
  return block[message] === Byte.escape ? afterColours(block, message, end) : message;
}

/** GitLab names the stream of a line behind its time: two digits, O or E, and a space, or + for a part of a line. */
function afterGitlabStream(block: Uint8Array, start: number): number {
  if (!isDigit(block[start]) || !isDigit(block[start + 1])) return start;
  const [, , stream, end] = block.subarray(start, start + 4);
  const isStream = stream === UPPER_O || stream === UPPER_E;
  return isStream && (end === Byte.space || end === PLUS) ? start + 4 : start;
}

const UPPER_O = 'O'.charCodeAt(0);
const UPPER_E = 'E'.charCodeAt(0);

/** Behind terminal sequences for colours, `ESC [ … m`. */
function afterColours(block: Uint8Array, start: number, end: number): number {
  let at = start;
  while (block[at] === Byte.escape && block[at + 1] === Byte.openBracket) {
    let last = at + 2;
    while (last < end && block[last] >= Byte.space && block[last] < Byte.at) last++;
    at = last + 1;
  }
  return Math.min(at, end);
}

/** Where a time such as `2026-11-28T17:43:31.1Z` ends, its zone included; -1 where there is none. */
function endOfTime(block: Uint8Array, start: number): number {
  const isTime =
    block[start + 10] === UPPER_T &&
    block[start + 4] === Byte.dash &&
    block[start + 7] === Byte.dash &&
    block[start + 13] === Byte.colon &&
    block[start + 16] === Byte.colon &&
    isDigit(block[start]);
  if (!isTime) return -1;
  let at = start + 19;
  if (block[at] === Byte.dot) at = afterDigits(block, at + 1);
  if (block[at] === UPPER_Z) return at + 1;
  const isZone = (block[at] === PLUS || block[at] === Byte.dash) && block[at + 3] === Byte.colon;
  return isZone ? at + 6 : -1;
}

const UPPER_T = 'T'.charCodeAt(0);
const UPPER_Z = 'Z'.charCodeAt(0);
const PLUS = '+'.charCodeAt(0);
