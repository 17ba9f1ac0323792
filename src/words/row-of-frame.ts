/** The row of a frame in a column of frame ids that ascend, which needs no index of all; -1 for none. */
export function rowOfFrame(frames: Int32Array, frame: number): number {
  let low = 0;
  let high = frames.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = frames[middle] ?? 0;
    if (found === frame) return middle;
    if (found < frame) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
