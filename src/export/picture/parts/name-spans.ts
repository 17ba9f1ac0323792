import { fitLabel } from '../../../core/text/elide.ts';
import { nameParts } from '../../../core/text/name-parts.ts';
import { shortNames } from '../../../core/text/short-names.ts';
import type { Span } from '../svg/svg-writer.ts';
import type { Sheet } from './part.ts';

const SIZE = 12;

/** A function's name with its package set back, or the form of it that fits. */
export function nameSpans({ colors, writer }: Sheet, name: string, maxWidth: number): Span[] {
  const style = { face: 'regular', sizePx: SIZE } as const;
  const measure = (text: string) => writer.width(text, style.face, SIZE);
  const shown = measure(name) <= maxWidth ? name : fitLabel(shortNames(name), measure, maxWidth);
  const { before, member, after } = nameParts(shown);
  return [
    { ...style, text: before, color: colors.ink3 },
    { ...style, text: member, color: colors.ink },
    { ...style, text: after, color: colors.ink3 },
  ];
}
