/**
 * What is not seen, or changes how its neighbours are seen: control characters, line and paragraph
 * separators, lone surrogates, noncharacters, interlinear marks, and all that Unicode lets a font
 * ignore (zero-width characters, bidirectional controls, tags, fillers).
 */
const unseen =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{NChar}\p{Default_Ignorable_Code_Point}\u{FFF9}-\u{FFFB}]/gu;

/**
 * Text from a profile, fit to be shown as a label: each character that is not seen, or that could
 * turn, hide or break the text around it, is replaced by its escape, such as `\u{202E}`. What is
 * shown then stands in the order in which it is stored, on one line. Other text is returned as is.
 */
export function visibleText(text: string): string {
  return text.replace(unseen, (character) => {
    return `\\u{${character.codePointAt(0)?.toString(16).toUpperCase()}}`;
  });
}

/** The same JSON with what is not seen in its texts escaped as JSON escapes it, such as `\u202e`. */
export function visibleJson(json: string): string {
  // Its line breaks stand between values alone: those in texts are escaped in any JSON.
  return json.replace(unseen, (character) =>
    character === '\n' ? character : character.replace(/./gs, escapedUnit),
  );
}

function escapedUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
