/** A verb of a format of package fmt. */
export interface Verb {
  /** As written: `%08x`. */
  readonly text: string;
  readonly letter: string;
}

/** The verbs of a format, given as it stands in the source with its quotes; `%%` is none. */
export function parseVerbs(quotedFormat: string): readonly Verb[] {
  const verbs: Verb[] = [];
  for (const [text, letter = ''] of quotedFormat.matchAll(/%[-+# 0-9.*[\]]*(\p{L}|%)/gu)) {
    if (letter !== '%') verbs.push({ text, letter });
  }
  return verbs;
}
