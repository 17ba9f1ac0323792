import type { Testimony } from './rule.ts';

/** A witness that carries the name. */
export function sign(says: string, quote = ''): Testimony {
  return { says, quote, isHint: false };
}

/** A witness that fits the pattern, and other things as well. */
export function hint(says: string, quote = ''): Testimony {
  return { says, quote, isHint: true };
}
