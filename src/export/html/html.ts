import { visibleText } from '../../core/text/visible-text.ts';

/** Markup, as opposed to text. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

type Part = Html | string | number | readonly Part[];

/**
 * Markup from a template. Texts in it are shown as they are: what would be markup is escaped, in elements
 * and in quoted attributes, and what is not seen or turns its neighbours is made visible. Lists are joined.
 */
export function html(template: readonly string[], ...parts: readonly Part[]): Html {
  return new Html(
    template
      .map((piece, at) => piece + (at < parts.length ? markupOf(parts[at] ?? '') : ''))
      .join(''),
  );
}

function markupOf(part: Part): string {
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object') return part.map(markupOf).join('');
  return visibleText(String(part)).replace(
    /[&<>"']/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}

/** JSON for a `<script type="application/json">`: nothing in it can end the element, a line, or be a comment. */
export function jsonInScript(value: unknown): Html {
  const json = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new Html(json);
}
