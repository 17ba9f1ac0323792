/** An element of an XML document, as far as tests ask: its name, its attributes, the text between its tags. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Text of its own and of all that is in it, entities resolved. */
  text: string;
  /** Names of the elements around it, outermost first. */
  readonly path: readonly string[];
}

/* What a document may consist of, after the XML 1.0 recommendation. https://www.w3.org/TR/xml/ */
const NAME = '[A-Za-z_:][\\w:.-]*';
const ATTRIBUTE = new RegExp(`\\s+(${NAME})="([^"<]*)"`, 'y');
const OPENING = new RegExp(`<(${NAME})`, 'y');
const OPENED = /\s*(\/?)>/y;
const CLOSING = new RegExp(`</(${NAME})\\s*>`, 'y');
const TEXT = /[^<]+/y;
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
};

/** Reads XML strictly: all elements in order. Throws Error where it is not well-formed, with the place. */
export function xmlElements(xml: string): XmlElement[] {
  if (FORBIDDEN.test(xml)) throw new Error('There is a character that XML forbids.');
  const elements: XmlElement[] = [];
  const open: XmlElement[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(xml);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  const fail = () => new Error(`Not well-formed: ${JSON.stringify(xml.slice(at, at + 60))}`);
  while (at < xml.length) {
    const opening = match(OPENING);
    if (opening !== null) {
      if (open.length === 0 && elements.length > 0) throw fail();
      const attributes: Record<string, string> = {};
      for (let found = match(ATTRIBUTE); found !== null; found = match(ATTRIBUTE)) {
        const [, key = '', value = ''] = found;
        if (key in attributes) throw fail();
        attributes[key] = resolved(value);
      }
      const end = match(OPENED);
      if (end === null) throw fail();
      const path = open.map(({ name }) => name);
      const element = { name: opening[1] ?? '', attributes, text: '', path };
      elements.push(element);
      if (end[1] === '') open.push(element);
      continue;
    }
    const closing = match(CLOSING);
    if (closing !== null) {
      if (open.pop()?.name !== closing[1]) throw fail();
      continue;
    }
    const [text] = match(TEXT) ?? [];
    if (text === undefined || (open.length === 0 && text.trim() !== '')) throw fail();
    for (const element of open) element.text += resolved(text);
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> is not closed.`);
  return elements;
}

function resolved(text: string): string {
  return text.replace(/&([^;]*);?/g, (whole, name: string) => {
    const number = /^#(\d+)$/.exec(name);
    const character = number ? String.fromCodePoint(Number(number[1])) : ENTITIES[name];
    if (character === undefined || !whole.endsWith(';')) throw new Error(`No entity: ${whole}`);
    return character;
  });
}
