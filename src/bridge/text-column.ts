/** Many texts, concatenated: text i is bytes[start[i]..start[i + 1]) in UTF-8. */
export interface TextColumn {
  readonly bytes: Uint8Array;
  /** One entry more than there are texts. */
  readonly start: Int32Array;
}
