/** What XML 1.0 does not know at all, not even escaped. https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for between tags and within quotes. What XML forbids becomes U+FFFD. */
export const xmlText = (text: string): string =>
  text.replace(FORBIDDEN, '\u{FFFD}').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** A length in px with two decimals at most: a hundredth of a px is less than can be seen at 4 times. */
export function lengthText(length: number): string {
  const rounded = Math.round(length * 100) / 100;
  return rounded === 0 ? '0' : String(rounded);
}
