import type { FileFormat } from './file-format.ts';

/**
 * gperftools' binary CPU profile: words of the machine, which are 0 (samples), 3 (words of header),
 * 0 or 1 (version), the period in microseconds, 0 (padding).
 */
export const legacyCpu: FileFormat = {
  recognises: ({ bytes }) =>
    [4, 8].some((size) =>
      [true, false].some((littleEndian) => {
        const words = readWords(bytes, size, littleEndian);
        return (
          words.length === 5 &&
          words[0] === 0 &&
          words[1] === 3 &&
          words[2] <= 1 &&
          words[3] > 0 &&
          words[4] === 0
        );
      }),
    ),
  refusal: "It is a CPU profile in gperftools' binary form.",
  advice: 'Convert it with "go tool pprof -proto -output=cpu.pb.gz FILE" and open cpu.pb.gz.',
};

function readWords(bytes: Uint8Array, size: number, littleEndian: boolean): number[] {
  if (bytes.length < size * 5) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, size * 5);
  return Array.from({ length: 5 }, (_, word) => {
    const low = word * size + (littleEndian ? 0 : size - 4);
    const high = word * size + (littleEndian ? size - 4 : 0);
    const isWide = size === 8 && view.getUint32(high, littleEndian) !== 0;
    return isWide ? Number.NaN : view.getUint32(low, littleEndian);
  });
}
