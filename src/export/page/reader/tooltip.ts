import type { BoxFigures } from '../../../words/box-figures.ts';
import type { BoxTexts } from './box-texts.ts';
import { element } from './element.ts';

/** Away from the pointer, and from the edges of the window, in px. */
const OFFSET = 14;
const MARGIN = 8;

/** What is known of the box under the pointer, beside the pointer. */
export class Tooltip {
  private readonly popup = element('div', { class: 'tooltip', role: 'tooltip', hidden: '' });
  private readonly texts: BoxTexts;

  constructor(texts: BoxTexts) {
    this.texts = texts;
    document.body.append(this.popup);
    document.addEventListener('pointermove', ({ clientX, clientY }) => {
      if (!this.popup.hidden) this.moveTo(clientX, clientY);
    });
  }

  show(figures: BoxFigures, row: number, clientX: number, clientY: number): void {
    const { headings, rows } = this.texts.facts(figures);
    this.popup.replaceChildren(
      element('p', { class: 'tooltip-name' }, this.texts.name(figures, row)),
      ...this.texts
        .origins(figures)
        .map((origin) => element('p', { class: 'tooltip-origin' }, origin)),
      element(
        'table',
        { class: headings.length > 0 ? 'tooltip-compared' : 'tooltip-facts' },
        ...(headings.length > 0 ? [headLine(headings)] : []),
        ...rows.map(line),
      ),
    );
    this.popup.hidden = false;
    this.moveTo(clientX, clientY);
  }

  hide(): void {
    this.popup.hidden = true;
  }

  private moveTo(x: number, y: number): void {
    const { offsetWidth: width, offsetHeight: height, style } = this.popup;
    const isRoomRight = x + OFFSET + width + MARGIN <= window.innerWidth;
    const isRoomBelow = y + OFFSET + height + MARGIN <= window.innerHeight;
    const left = isRoomRight ? x + OFFSET : x - OFFSET - width;
    const top = isRoomBelow ? y + OFFSET : y - OFFSET - height;
    style.transform = `translate(${Math.max(MARGIN, left)}px, ${Math.max(MARGIN, top)}px)`;
  }
}

const headLine = (headings: readonly string[]) =>
  element('tr', {}, ...headings.map((heading) => element('th', { scope: 'col' }, heading)));

const line = ([label = '', ...values]: readonly string[]) =>
  element(
    'tr',
    {},
    element('th', { scope: 'row' }, label),
    ...values.map((value) => element('td', {}, value)),
  );
