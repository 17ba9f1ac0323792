import type { Part, Sheet } from '../parts/part.ts';
import { paragraph } from '../parts/text.ts';
import type { Subject } from '../subject.ts';

/** What stands where there is nothing to draw. */
export function nothingHere(sheet: Sheet, { view }: Pick<Subject, 'view'>): Part {
  const text =
    view.focus === null
      ? 'There is nothing to show: of what was asked for, not one sample was taken.'
      : 'There is nothing to show: no stack passes through what was asked for.';
  return paragraph(sheet, [{ text, face: 'regular', sizePx: 14, color: sheet.colors.ink2 }]);
}
