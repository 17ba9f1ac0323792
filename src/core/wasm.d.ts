/** WebAssembly made of a file of AssemblyScript: scripts/assembly-plugin.mjs. */
declare module '*.as.ts?wasm' {
  export const wasm: Uint8Array<ArrayBuffer>;
}
