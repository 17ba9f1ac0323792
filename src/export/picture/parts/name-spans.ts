import { fitLabel } from '../../../core/text/elide.ts';
import { nameParts } from '../../../core/text/name-parts.ts';
import { shortNames } from '../../../core/text/short-names.ts';
import type { Span } from '../svg/svg-writer.ts';
import type { Sheet } from './part.ts';

const SIZE = 12;
/** The name, and the name without the path before its package: in a table a bare method could be anybody's. */
const FORMS = 2;

/** A function's name with its package set back; what does not fit gives way from the start. */
export function nameSpans({ colors, writer }: Sheet, name: string, maxWidth: number): Span[] {
  const style = { face: 'regular', sizePx: SIZE } as const;
  const measure = (text: string) => writer.width(text, style.face, SIZE);
  const shown = fitLabel(shortNames(name).slice(0, FORMS), measure, maxWidth);
  const { before, member, after } = nameParts(shown);
  return [
    { ...style, text: before, color: colors.ink3 },
    { ...style, text: member, color: colors.ink },
    { ...style, text: after, color: colors.ink3 },
  ];
}
