import { type Global, instantiate, outOfMemory } from './instance.ts';
import { wasm } from './stacks.as.ts?wasm';

/**
 * What stacks.as.ts exports, by itself or as a part of a decoder. Columns are given by where they stand in memory.
 * What yields a truth gives 0 or 1.
 */
export interface StackKernel {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Makes room for a stack of so many locations; in a decoder for a piece of so many bytes, which has no more. */
  reserve(depth: number): number;
  usePrefixes(count: number, slotCount: number, locationCount: number, shift: number): number;
  addStack(depth: number): number;
  readonly stack: Global;
  readonly stackRoom: Global;
  readonly prefix: Global;
  readonly expected: Global;
  readonly slots: Global;

  /** After this no stack can be added before `usePrefixes`: the tree lies where entries would go. */
  layTree(stacks: number): number;
  buildTree(): number;
  readonly hotParents: Global;
  readonly hotLocations: Global;
  readonly groupStarts: Global;
  readonly cursors: Global;
  readonly leafRows: Global;
  readonly rows: Global;
}

const FIRST_DEPTH = 256;

/** A kernel with memory of its own. */
export function startStackKernel(): StackKernel {
  module ??= new WebAssembly.Module(wasm);
  const kernel = instantiate(module) as StackKernel;
  if (kernel.reserve(FIRST_DEPTH) === 0) throw outOfMemory();
  return kernel;
}

/** Compiled when it is first needed. */
let module: object | undefined;
