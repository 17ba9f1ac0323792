/** A title as part of a sentence: an abbreviation such as CPU keeps its capitals. */
export function lowerFirst(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
