import type { FrameColumns } from '../../src/bridge/frames-api.ts';
import type { TextColumn } from '../../src/bridge/text-column.ts';

/** A column of texts as the engine sends it. */
export function textColumn(texts: readonly string[]): TextColumn {
  const parts = texts.map((text) => new TextEncoder().encode(text));
  const start = new Int32Array(texts.length + 1);
  for (const [row, part] of parts.entries()) start[row + 1] = (start[row] ?? 0) + part.length;
  return { bytes: Uint8Array.from(parts.flatMap((part) => [...part])), start };
}

/** Frames of which only the names matter. */
export function namedFrames(names: readonly string[]): FrameColumns {
  const zeros = new Int32Array(names.length);
  return {
    length: names.length,
    name: textColumn(names),
    file: zeros,
    line: new Float64Array(names.length).fill(7),
    package: zeros,
    module: zeros,
    files: textColumn(['/src/a.go']),
    packages: [''],
    modules: [''],
    joined: null,
  };
}
