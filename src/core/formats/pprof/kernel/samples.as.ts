import { addStack, placeStack, prefix, stack } from '../../../profile/kernel/router.as';

// But for `reserve`, which is its own.
export * from '../../../profile/kernel/stacks.as';

/*
 * The samples of a pprof Profile message, decoded piece by piece into columns. This file is AssemblyScript
 * (https://www.assemblyscript.org) and becomes WebAssembly: nine of ten bytes of a profile are read by these
 * loops, which run at full speed from the first sample on. docs/decisions/0026-kernels.md has the figures.
 *
 * It owns its memory, and `reserve` says where what lies. The caller puts a piece of the file at `input`, calls
 * `decode` and takes the columns of the samples in it. From one piece to the next are kept their stacks, by
 * router.as.ts, and counts.
 */

// Tags (field number << 3 | wire type) of a sample in Profile, and of the fields of Sample and Label.
const SAMPLE: u32 = (2 << 3) | 2;
const LOCATION: u32 = (1 << 3) | 0;
const LOCATIONS_PACKED: u32 = (1 << 3) | 2;
const VALUE: u32 = (2 << 3) | 0;
const VALUES_PACKED: u32 = (2 << 3) | 2;
const LABEL: u32 = (3 << 3) | 2;
const LABEL_KEY: u32 = (1 << 3) | 0;
const LABEL_STR: u32 = (2 << 3) | 0;
const LABEL_NUM: u32 = (3 << 3) | 0;
const LABEL_NUM_UNIT: u32 = (4 << 3) | 0;
/** The largest field numbers that Sample and Label know. */
const LAST_OF_SAMPLE: u32 = 3;
const LAST_OF_LABEL: u32 = 4;

/** What `decode` says of the sample that it ended at. */
const WHOLE: i32 = 0;
export const DAMAGED: i32 = 1;
export const ODD: i32 = 2;
export const NO_MEMORY: i32 = 3;

/** A column for each of more sample types than any profile has would cost more than the file is worth. */
export const MAX_TYPES: i32 = 1024;
/** Ids below this are their own numbers: a column by number then has at most 4 MB. */
export const DENSE_IDS: i32 = 1 << 20;
/** What begins before the end of the input may be read beyond it, by some varints; that is told afterwards. */
const SLACK_BYTES: u32 = 64;

/** The number of a location whose id is not small: the same each time, and from DENSE_IDS on. */
declare function numberOf(id: u64): i32;

/** Where the caller puts a piece of the file, and how many bytes of it fit. */
export let input: usize = 0;
let inputBytes: u32 = 0;
/** Columns of the samples of a piece. How many bytes of the input are decoded, and samples and labels they had. */
export let decodedBytes: u32 = 0;
export let samples: i32 = 0;
export let labels: i32 = 0;
/** For each type `valueStride` values as f64, one for each sample. */
export let values: usize = 0;
export let valueStride: i32 = 0;
/** For each sample its hot prefix, and what `addStack` gave, i32. */
export let prefixOf: usize = 0;
export let cursorOf: usize = 0;
/** For each sample how many labels there were with its own, of all pieces, i32. */
export let labelEnds: usize = 0;
/** For each label the indices of its strings, i32, and its number, i64. */
export let labelKeys: usize = 0;
export let labelStrs: usize = 0;
export let labelNumUnits: usize = 0;
export let labelNums: usize = 0;

/** Number of values of the first sample, of which there is a column each; -1 before it. */
export let types: i32 = -1;
/** Number of values of the sample at hand. */
export let valueCount: i32 = 0;
/** The largest index of a string in a label, and how many values were rounded. */
export let largestString: u64 = 0;
export let inexactValues: i32 = 0;

/** Where the next byte is read, and a place behind every end, to which it is led by what is no number. */
let pos: usize = 0;
let beyond: usize = 0;
let allLabels: i32 = 0;
/** The values of the sample at hand. */
let row: usize = 0;

/**
 * Lays the memory out for pieces of so many bytes: columns are as long as the samples of one can make them. False
 * where there is no memory.
 */
export function reserve(bytes: u32): bool {
  inputBytes = bytes;
  // 64-bit columns first, so that all are aligned. A value has a byte at least, a sample and a label two.
  const most = bytes / 2 + 1;
  row = __heap_base;
  values = row + MAX_TYPES * sizeof<f64>();
  labelNums = values + bytes * sizeof<f64>();
  labelKeys = labelNums + most * sizeof<i64>();
  labelStrs = labelKeys + most * sizeof<i32>();
  labelNumUnits = labelStrs + most * sizeof<i32>();
  labelEnds = labelNumUnits + most * sizeof<i32>();
  prefixOf = labelEnds + most * sizeof<i32>();
  cursorOf = prefixOf + most * sizeof<i32>();
  input = cursorOf + most * sizeof<i32>();
  beyond = input + bytes + 1;
  const end = (beyond + SLACK_BYTES) & ~3;
  return placeStack(end, bytes);
}

/**
 * Decodes samples from the first `length` bytes of the input on, of which the first is one that is whole there: up to
 * one that is not, to a field that is no sample, or to one that is damaged or has not as many values as the others.
 */
export function decode(length: u32): i32 {
  const end = input + length;
  let next = input;
  let state = WHOLE;
  samples = 0;
  labels = 0;
  while (state === WHOLE && next < end) {
    pos = next;
    // These may be read beyond the end, as SLACK_BYTES says.
    const isSample = <u32>varint() === SAMPLE;
    const bytes = varint();
    if (pos > end || !isSample || bytes > <u64>(end - pos)) break;
    state = decodeSample(pos + <usize>bytes);
    if (state === WHOLE) next = pos;
  }
  // The caller reads 32 bits of a length alone, and would come again and again.
  if (state === WHOLE && next === input) state = DAMAGED;
  decodedBytes = <u32>(next - input);
  return state;
}

/** Decodes the Sample message from `pos` to `end`. */
function decodeSample(end: usize): i32 {
  const firstLabel = labels;
  let next = stack;
  valueCount = 0;
  while (pos < end) {
    const tag = <u32>varint();
    if (tag === LOCATIONS_PACKED) {
      const runEnd = messageEnd(end);
      next = decodeLocations(runEnd, next);
      if (pos > runEnd) return DAMAGED;
    } else if (tag === VALUES_PACKED) {
      const runEnd = messageEnd(end);
      while (pos < runEnd) addValue(varint());
      if (pos > runEnd) return DAMAGED;
    } else if (tag === LABEL) {
      if (!decodeLabel(messageEnd(end))) return DAMAGED;
    } else if (tag === LOCATION) {
      store<i32>(next, location());
      next += sizeof<i32>();
    } else if (tag === VALUE) {
      addValue(varint());
    } else if (!skipField(tag, LAST_OF_SAMPLE, end)) return DAMAGED;
  }
  if (pos > end) return DAMAGED;

  if (types < 0) types = min(valueCount, MAX_TYPES);
  if (valueCount !== types) {
    labels = firstLabel;
    return ODD;
  }
  valueStride = <i32>(inputBytes / <u32>max(types, 2));
  for (let type = 0; type < types; type++) {
    const value = load<f64>(row + ((<usize>type) << 3));
    store<f64>(values + ((<usize>(type * valueStride + samples)) << 3), value);
  }
  const cursor = addStack(<i32>((next - stack) >>> 2));
  if (cursor < 0) return NO_MEMORY;
  store<i32>(prefixOf + ((<usize>samples) << 2), prefix);
  store<i32>(cursorOf + ((<usize>samples) << 2), cursor);
  allLabels += labels - firstLabel;
  store<i32>(labelEnds + ((<usize>samples) << 2), allLabels);
  samples++;
  return WHOLE;
}

/** Decodes the ids of locations from `pos` to `end` to where `to` is; gives where the last one ends there. */
function decodeLocations(end: usize, to: usize): usize {
  // In locals: variables of the module are memory, which costs more than all else in this loop.
  let at = pos;
  let next = to;
  while (at < end) {
    const first = load<u8>(at);
    let number = <i32>first;
    if (first < 0x80) {
      at++;
    } else {
      const second = load<u8>(at, 1);
      const third = load<u8>(at, 2);
      number = (first & 0x7f) | ((<i32>(second & 0x7f)) << 7);
      if (second < 0x80) {
        at += 2;
      } else if (third < 0x40) {
        number |= (<i32>third) << 14;
        at += 3;
      } else {
        pos = at;
        number = location();
        at = pos;
      }
    }
    store<i32>(next, number);
    next += sizeof<i32>();
  }
  pos = at;
  return next;
}

/** Decodes the Label message from `pos` to `end`; false where it is damaged. */
function decodeLabel(end: usize): bool {
  let key: u64 = 0;
  let str: u64 = 0;
  let num: u64 = 0;
  let unit: u64 = 0;
  while (pos < end) {
    const tag = <u32>varint();
    if (tag === LABEL_KEY) key = stringIndex();
    else if (tag === LABEL_STR) str = stringIndex();
    else if (tag === LABEL_NUM) num = varint();
    else if (tag === LABEL_NUM_UNIT) unit = stringIndex();
    else if (!skipField(tag, LAST_OF_LABEL, end)) return false;
  }
  if (pos > end) return false;
  // A label is one or the other; where a file has both, pprof takes the text.
  const isText = <u32>str !== 0;
  const at = <usize>labels;
  labels++;
  store<i32>(labelKeys + (at << 2), <i32>key);
  store<i32>(labelStrs + (at << 2), <i32>str);
  store<u64>(labelNums + (at << 3), isText ? 0 : num);
  store<i32>(labelNumUnits + (at << 2), isText ? 0 : <i32>unit);
  return true;
}

function stringIndex(): u64 {
  const index = varint();
  if (index > largestString) largestString = index;
  return index;
}

/** The number of the location whose id is next. */
function location(): i32 {
  const id = varint();
  return id < <u64>DENSE_IDS ? <i32>id : numberOf(id);
}

/** Adds a value to the sample at hand. How many there must be the first sample says. */
function addValue(bits: u64): void {
  const value = <f64>(<i64>bits);
  // Doubles are exact up to 2^53.
  if (abs(value) >= 9007199254740992) inexactValues++;
  if (valueCount < MAX_TYPES) store<f64>(row + ((<usize>valueCount) << 3), value);
  valueCount++;
}

/**
 * Leads `pos` past a field that the message does not know; false where it is damaged. Of groups, which nobody writes,
 * the numbers are not compared.
 */
function skipField(tag: u32, lastKnown: u32, end: usize): bool {
  // A known field of another wire type is damage, as it is to pprof.
  if (tag >>> 3 <= lastKnown) return false;
  let groups = 0;
  let wireType = tag & 7;
  while (true) {
    if (wireType === 0) varint();
    else if (wireType === 1) pos += 8;
    else if (wireType === 2) {
      const fieldEnd = messageEnd(end);
      if (fieldEnd === 0) return false;
      pos = fieldEnd;
    } else if (wireType === 3) groups++;
    else if (wireType === 4) groups--;
    else if (wireType === 5) pos += 4;
    else return false;
    if (pos > end || groups < 0) return false;
    if (groups === 0) return true;
    if (pos === end) return false;
    wireType = <u32>varint() & 7;
  }
}

/** Reads a length, and gives where what is so long ends; 0, which `pos` is behind, where that is not before `end`. */
function messageEnd(end: usize): usize {
  const length = varint();
  return pos <= end && length <= <u64>(end - pos) ? pos + <usize>length : 0;
}

/**
 * A number as 64 bits. Where it is longer than ten bytes `pos` is led behind every end.
 * https://protobuf.dev/programming-guides/encoding/#varints
 */
function varint(): u64 {
  let at = pos;
  let byte = load<u8>(at++);
  let value = <u64>(byte & 0x7f);
  for (let shift: u64 = 7; byte >= 0x80; shift += 7) {
    if (shift === 70) {
      at = beyond;
      break;
    }
    byte = load<u8>(at++);
    value |= (<u64>(byte & 0x7f)) << shift;
  }
  pos = at;
  return value;
}
