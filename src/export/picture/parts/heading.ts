import type { Caption } from '../../../bridge/export-api.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { describeSampleType } from '../../../core/units/sample-type-words.ts';
import { type FileFacts, fileFacts } from '../../../words/caption/file-facts.ts';
import { viewFacts } from '../../../words/caption/view-facts.ts';
import { viewedType } from '../../../words/caption/viewed.ts';
import type { Subject } from '../subject.ts';
import type { Span } from '../svg/svg-writer.ts';
import { NOTHING, type Part, type Sheet, stacked } from './part.ts';
import { paragraph } from './text.ts';

const TITLE = { face: 'semibold', sizePx: 20 } as const;
const SMALL = 12;
const DOT = 8;
const DOT_ROOM = 15;

/** What stands above what is shown: title, files, what is looked at and how. */
export function heading(
  sheet: Sheet,
  subject: Subject,
  caption: Caption,
  title: string,
  notes: readonly string[],
): Part {
  const { colors } = sheet;
  const titlePart =
    title === '' ? NOTHING : paragraph(sheet, [{ ...TITLE, color: colors.ink, text: title }]);
  const files = caption.files ? fileFacts(subject).map((file) => filePart(sheet, file)) : [];
  const about = caption.subject ? aboutPart(sheet, subject, notes) : NOTHING;
  return stacked([titlePart, stacked([...files, about], 2)], 6);
}

function filePart(sheet: Sheet, { side, name, facts }: FileFacts): Part {
  const { colors, writer, width } = sheet;
  const span = (text: string, color: string, face: Span['face'] = 'regular'): Span => ({
    text,
    color,
    face,
    sizePx: SMALL,
  });
  const rest = [span(`${name}  `, colors.ink, 'medium'), span(facts, colors.ink2)];
  if (side === null) return paragraph(sheet, rest);
  const title = side === 'before' ? 'Before  ' : 'After  ';
  const text = paragraph({ writer, width: width - DOT_ROOM }, [
    span(title, side === 'before' ? colors.beforeInk : colors.afterInk, 'semibold'),
    ...rest,
  ]);
  return {
    height: text.height,
    draw: (x, y) => {
      const dot = { x, y: y + 5, width: DOT, height: DOT };
      writer.rectangle(dot, side === 'before' ? colors.before : colors.after, DOT / 2);
      text.draw(x + DOT_ROOM, y);
    },
  };
}

function aboutPart(sheet: Sheet, subject: Subject, notes: readonly string[]): Part {
  const { colors } = sheet;
  const { type, unit } = viewedType(subject);
  const meaning = paragraph(sheet, [
    { face: 'mono', sizePx: SMALL - 0.5, color: colors.ink2, text: `${visibleText(type)}  ` },
    {
      face: 'regular',
      sizePx: SMALL,
      color: colors.ink3,
      text: describeSampleType({ type, unit }).sentence,
    },
  ]);
  const facts = [...viewFacts(subject), ...notes].join(' · ');
  const narrowed = paragraph(sheet, [
    { face: 'medium', sizePx: SMALL, color: colors.ink2, text: facts },
  ]);
  return stacked([meaning, facts === '' ? NOTHING : narrowed], 2);
}
