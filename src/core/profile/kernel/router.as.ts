/*
 * Leads stacks past their hot prefixes and keeps what is left of each: the locations after the prefix, leaf first,
 * as entries. Before each stack's leaf stands the number of the stack, as `~number`, which is negative. Stacks with
 * the same hot prefix are a group, whose entries fill blocks of their own, so that they are read from few cache lines.
 *
 * This file is AssemblyScript (https://www.assemblyscript.org) and becomes WebAssembly, with tree.as.ts by itself and
 * as a part of decoders. docs/decisions/0026-kernels.md has the figures.
 *
 * In memory stand the stack at hand, then the table of hot prefixes, then the entries, which grow to the end until
 * tree.as.ts lays its columns behind them.
 */

/** A group gets room for so many entries at once. */
const BLOCK: i32 = 256;
/** What 32 bits address, in pages of 64 KiB. */
const MAX_PAGES: i32 = 1 << 16;

/** The stack at hand, numbers of locations as i32, leaf first: who calls `addStack` writes it. So many fit. */
export let stack: usize = 0;
export let stackRoom: u32 = 0;

/** For each prefix the location by which most stacks go on, i32; the caller of `usePrefixes` writes it. */
export let expected: usize = 0;
/** Pairs of key and row, i32, as `PrefixTable` has them; the same. */
export let slots: usize = 0;
let locationCount: i32 = 1;
let slotShift: u32 = 0;
let slotMask: u32 = 0;
/** For each group the entry that is next and where its block ends, i32. */
let groups: usize = 0;
export let groupCount: u32 = 0;

/** The entries, i32, and how many are in use. */
export let entries: usize = 0;
export let entryCount: i32 = 0;
let entryRoom: i32 = 0;

/** Number of stacks so far, and the prefix past which the last one was led. */
let stackCount: i32 = 0;
export let prefix: i32 = 0;

/** Makes room for a stack of so many locations, where nothing else needs memory. False where there is none. */
export function reserve(depth: u32): bool {
  return placeStack(__heap_base, depth);
}

/**
 * Lets the stack at hand stand at `at` and have at most `depth` locations; what stands behind it is moved. False
 * where there is no memory.
 */
export function placeStack(at: usize, depth: u32): bool {
  const table = at + ((<usize>depth) << 2);
  const bytes = entries + ((<usize>entryCount) << 2) - expected;
  stack = at;
  stackRoom = depth;
  if (expected === 0) return setTable(table);
  const old = expected;
  if (!hasMemory(<u64>table + bytes)) return false;
  memory.copy(table, old, bytes);
  return setTable(table);
}

/** Begins anew with other prefixes, once the stack has its place. False where there is no memory. */
export function usePrefixes(count: u32, slotCount: u32, locations: i32, shift: u32): bool {
  locationCount = locations;
  slotShift = shift;
  slotMask = slotCount - 1;
  groupCount = count;
  stackCount = 0;
  entryCount = 0;
  if (!setTable(expected)) return false;
  memory.fill(groups, 0, (<usize>count) << 3);
  return true;
}

/**
 * Leads the stack at hand past its hot prefix, and keeps what is left of it. Gives the entry of its location next
 * to the root, or of its number where nothing is left; -1 where there is no memory.
 */
export function addStack(depth: i32): i32 {
  const length = leadPastPrefix(depth);
  const group = groups + ((<usize>prefix) << 3);
  let first = load<i32>(group);
  if (first + length >= load<i32>(group, 4)) {
    first = entryCount;
    const blockEnd = first + max(BLOCK, length + 1);
    if (blockEnd > entryRoom && !makeRoom(blockEnd)) return -1;
    entryCount = blockEnd;
    store<i32>(group, blockEnd, 4);
  }
  const to = entries + ((<usize>first) << 2);
  store<i32>(to, ~stackCount);
  // Most are short: a loop is faster than a copy.
  const from = stack;
  for (let offset: usize = 0; offset < (<usize>length) << 2; offset += 4) {
    store<i32>(to + offset, load<i32>(from + offset), 4);
  }
  store<i32>(group, first + length + 1);
  stackCount++;
  return first + length;
}

/** Sets `prefix`, and gives how many locations are left. */
function leadPastPrefix(depth: i32): i32 {
  // In locals: variables of the module are memory, which costs more than all else in this loop.
  const next = expected;
  const leaf = stack;
  let row = 0;
  let end = leaf + ((<usize>depth) << 2);
  while (end > leaf) {
    const location = load<i32>(end - 4);
    if (location === load<i32>(next + ((<usize>row) << 2))) {
      row++;
    } else {
      const longer = find(row, location);
      if (longer < 0) break;
      row = longer;
    }
    end -= 4;
  }
  prefix = row;
  return <i32>((end - leaf) >>> 2);
}

/** The row of the prefix that is longer by that location; -1 when it is not hot. */
function find(parent: i32, location: i32): i32 {
  // Of a location that was not known yet the key would be another's.
  if (location >= locationCount) return -1;
  const key = parent * locationCount + location;
  let slot = <u32>(key * 0x9e3779b1) >>> slotShift;
  while (true) {
    const at = slots + ((<usize>slot) << 3);
    const found = load<i32>(at);
    if (found === key) return load<i32>(at, 4);
    if (found < 0) return -1;
    slot = (slot + 1) & slotMask;
  }
}

/** Lets the table begin at `at`, and the entries behind it. */
function setTable(at: usize): bool {
  expected = at;
  slots = expected + ((<usize>groupCount) << 2);
  groups = slots + ((<usize>(slotMask + 1)) << 3);
  entries = groups + ((<usize>groupCount) << 3);
  return makeRoom(entryCount);
}

/** Makes room for so many entries in all. */
function makeRoom(count: i32): bool {
  if (!hasMemory(<u64>entries + ((<u64>count) << 2))) return false;
  entryRoom = <i32>(bytesFrom(entries) >>> 2);
  return true;
}

/** Whether there is memory up to `end`; makes it, where it is possible. What is never written costs nothing. */
export function hasMemory(end: u64): bool {
  const pages = memory.size();
  const missing = <i32>((end + 0xffff) >>> 16) - pages;
  if (missing <= 0) return true;
  const twice = max(missing, min(pages, MAX_PAGES - pages));
  return memory.grow(twice) >= 0 || memory.grow(missing) >= 0;
}

/** How many bytes there are from `at` to the end of the memory; right at 4 GiB too, where the size wraps to 0. */
export function bytesFrom(at: usize): usize {
  return ((<usize>memory.size()) << 16) - at;
}
