import type { Phrase } from './report-document.ts';

/*
 * Texts as GitHub's Markdown, in which they stay texts. What wikis find in plain words after all markup is
 * made (addresses, mentions, numbers of issues, emoji) no escape keeps them from: it becomes code, which
 * they leave alone.
 */

/** Phrases in a paragraph, a list item or a heading of their own; one line. */
export const markdownPhrases = (phrases: readonly Phrase[]): string =>
  guardStart(phrases.map(phraseIn(code)).join('').trim());

/** Phrases in a cell of a table. */
export const markdownCell = (phrases: readonly Phrase[]): string =>
  phrases.map(phraseIn(codeInCell)).join('').trim();

const phraseIn = (write: (text: string) => string) => (phrase: Phrase) =>
  typeof phrase === 'string' ? words(phrase, write) : write(phrase.code);

/** What GitHub and GitLab make links, people, labels, mathematics or emoji of, in any word that has it. */
const linked =
  /:\/\/|www\.|[@#!$%~&]\w|gh-\d|:\d*[a-z_]\w*:|:[+-]1:|:1(?:00|234):|^[0-9a-f]{7,64}$/i;

function words(text: string, write: (word: string) => string): string {
  return text
    .split(/(\s+)/)
    .map((word) => (linked.test(word) ? write(word) : escaped(word)))
    .join('');
}

/** Any ASCII punctuation may be escaped; these are what can begin markup inside a line. */
const escaped = (text: string) => text.replace(/[\\`*_[\]<>|~#&$@{}]/g, '\\$&');

/** Signs that make a list or a rule of a line that they begin, or a heading of the one before. */
const guardStart = (line: string) =>
  line.replace(/^(?=[-+=])/, '\\').replace(/^(\d{1,9})(?=[.)])/, '$1\\');

/** Code that holds backticks stands between longer runs of them; spaces at both ends would be cut off. */
function code(text: string): string {
  const content = text === '' ? ' ' : text;
  const runs = Array.from(content.matchAll(/`+/g), ([run]) => run.length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  const pad = /^[` ]|[` ]$/.test(content) ? ' ' : '';
  return `${fence}${pad}${content}${pad}${fence}`;
}

/**
 * Pipes end a cell even within code, but for escaped ones. Parsers differ on those behind a backslash:
 * they stand outside of the code.
 */
function codeInCell(text: string): string {
  if (!text.includes('\\|')) return code(text).replaceAll('|', '\\|');
  return text
    .split('|')
    .map((part) => (part === '' ? '' : code(part)))
    .join('&#124;');
}
