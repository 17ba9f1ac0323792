import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { Html } from '../html/html.ts';

/**
 * The author's words, Markdown as it was typed, as markup. HTML in it is shown as text, addresses that run
 * something lead nowhere, and pictures are links: nothing is loaded. Headings go below those of a report,
 * whose sections are of the second level.
 */
export function notesHtml(notes: string): Html {
  const markup = micromark(notes, {
    extensions: [gfm(), { disable: { null: ['htmlFlow', 'htmlText', 'labelStartImage'] } }],
    htmlExtensions: [gfmHtml()],
  });
  // Its own tags alone look so: those that were typed have become text.
  const lower = (_: string, open: string, level: string) =>
    `${open}${Math.min(6, Number(level) + 2)}>`;
  return new Html(markup.replace(/(<\/?h)([1-6])>/g, lower));
}
