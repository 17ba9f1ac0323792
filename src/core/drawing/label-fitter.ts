import { fitLabel } from '../text/elide.ts';
import { shortNames } from '../text/short-names.ts';

/** The end of a name says nothing if it has fewer letters and digits than this. */
const SHORTEST_TAIL = 3;
const PUNCTUATION = /[^\p{L}\p{N}]/gu;

/**
 * Fits names into boxes. Asking the canvas for the width of each candidate would take most of a frame
 * (some µs each), so a text's width is the sum of its characters' widths, each asked for once; the
 * text has to be drawn without kerning and ligatures for that to be its width.
 */
export class LabelFitter {
  private readonly measureText: (text: string) => number;
  private readonly ascii = new Float64Array(128).fill(-1);
  private readonly other = new Map<string, number>();
  private readonly forms: (readonly string[] | undefined)[] = [];

  constructor(measureText: (text: string) => number) {
    this.measureText = measureText;
  }

  /** Width of a text in px. */
  readonly width = (text: string): number => {
    let width = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < 128) {
        const known = this.ascii[code] ?? -1;
        width += known >= 0 ? known : this.measureAscii(code);
      } else {
        const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
        width += this.widthOfOther(character);
        at += character.length - 1;
      }
    }
    return width;
  };

  /** What of a frame's name fits and says something; '' if nothing does. `nameOf` is asked once. */
  label(frame: number, nameOf: (frame: number) => string, maxWidth: number): string {
    let forms = this.forms[frame];
    if (forms === undefined) {
      forms = shortNames(nameOf(frame));
      this.forms[frame] = forms;
    }
    const label = fitLabel(forms, this.width, maxWidth);
    const isTail = label.startsWith('…');
    return isTail && label.replace(PUNCTUATION, '').length < SHORTEST_TAIL ? '' : label;
  }

  private measureAscii(code: number): number {
    const width = this.measureText(String.fromCharCode(code));
    this.ascii[code] = width;
    return width;
  }

  private widthOfOther(character: string): number {
    const known = this.other.get(character);
    if (known !== undefined) return known;
    const width = this.measureText(character);
    this.other.set(character, width);
    return width;
  }
}
