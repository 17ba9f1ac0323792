import { Utf8Stream } from '../text/utf8-stream.ts';

/** What a format is recognised by: the bytes, and the beginning of the file as text if it is text. */
export interface FileHead {
  readonly bytes: Uint8Array;
  /** The first 64 KiB without a byte order mark; '' when they are not text. */
  readonly text: string;
  /** The lines of `text`, without the last one if it may be cut. */
  readonly lines: readonly string[];
  /** The last 4 KiB of a text: some JSON formats say at their end what they are. */
  readonly tail: string;
}

const HEAD_BYTES = 1 << 16;
const TAIL_BYTES = 1 << 12;

/** Looks at the beginning and the end of a file; UTF-8 and UTF-16 are text. */
export function readHead(bytes: Uint8Array): FileHead {
  const text = decodeText(bytes.subarray(0, HEAD_BYTES));
  if (text === '') return { bytes, text, lines: [], tail: '' };
  const lines = text.split(/\r?\n/);
  if (bytes.length > HEAD_BYTES) lines.pop();
  const tail = decodeText(bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES)));
  return { bytes, text, lines, tail };
}

/** Whether the file begins with these characters, each of which is one byte. */
export function startsWith(bytes: Uint8Array, magic: string): boolean {
  if (bytes.length < magic.length) return false;
  for (let i = 0; i < magic.length; i++) {
    if (bytes[i] !== magic.charCodeAt(i)) return false;
  }
  return true;
}

/** The control characters that occur in text: tab, line ends, form feed, and colours of terminals. */
const TEXT_CONTROLS: readonly number[] = [0x09, 0x0a, 0x0d, 0x0c, 0x1b];

/** '' when the bytes are not text. */
function decodeText(bytes: Uint8Array): string {
  const text = decodeAnything(bytes);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 && !TEXT_CONTROLS.includes(code)) return '';
  }
  return text;
}

/** As if it were text: UTF-16 by its mark or its zeros, else UTF-8. */
export function decodeAnything(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8');
  const parts: string[] = [];
  const stream = new Utf8Stream((part) => {
    parts.push(decoder.decode(part, { stream: true }));
  });
  stream.push(bytes);
  stream.end();
  return parts.join('') + decoder.decode();
}

/**
 * Whether a file that is not text as a whole is nearly so: a log with a hole, which reads as zeros, or with what a
 * terminal is told to ring and to go back.
 */
export function isNearlyText(bytes: Uint8Array): boolean {
  const text = decodeAnything(bytes.subarray(0, HEAD_BYTES)).replaceAll('\0', '');
  let strange = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === REPLACEMENT || (code < 0x20 && !TEXT_CONTROLS.includes(code))) strange++;
  }
  return text.length > 0 && strange * 50 < text.length;
}

const REPLACEMENT = 0xfffd;
