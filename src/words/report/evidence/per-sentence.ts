import { perWords } from '../../../core/text/comparison/quantity-words.ts';

/** What values are divided by, such as `request`; '' where they are not. */
export const perSentence = (per: string | null): string =>
  per === null ? '' : `Objects and bytes are${perWords({ per })}.`;

/** Sentences after each other, without empty ones. */
export const sentences = (...all: readonly string[]): string =>
  all.filter((sentence) => sentence !== '').join(' ');
