import { Html, html } from '../html/html.ts';

/**
 * An SVG of ours as an element of an HTML page, told in words by `alt`. Pages have one space of names for
 * all: `name` goes before its ids. In attributes alone a quote stands before what is replaced, since in
 * texts quotes are escaped. `medium` is the class that tells where it is shown. The policy of a page knows no styles of elements: its own sheet has them.
 */
export function inlineSvg(svg: string, name: string, alt: string, medium: string): Html {
  const element = svg
    .slice(Math.max(0, svg.indexOf('<svg')))
    .replaceAll(' id="', ` id="${name}-`)
    .replaceAll('="url(#', `="url(#${name}-`)
    .replaceAll('href="#', `href="#${name}-`)
    .replace(/ style="[^"]*"/g, '')
    .replace(/^<svg([^>]*)>/, (_, attributes: string) => {
      const kept = attributes.replace(/ (?:role|aria-label)="[^"]*"/g, '');
      return html`<svg class="${medium}" role="img" aria-label="${alt}"${new Html(kept)}>`.markup;
    });
  return new Html(element);
}
