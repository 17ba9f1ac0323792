import { bytesOfDataUrl } from '../bytes-of-data-url.ts';
import type { FONT_FILES } from './font-files.ts';
import { type MergedFont, mergeFont } from './merge-font.ts';
import { readWoff } from './sfnt.ts';

/** A font of pictures. */
export type FaceName = 'regular' | 'tabular' | 'medium' | 'semibold' | 'mono';

/** What a face is called in an SVG: families, the first that is there counting, and its weight. */
export interface Face {
  readonly families: readonly [ours: string, ...others: string[]];
  readonly weight: number;
  /** Of the files that are shipped, those that it is put together from. */
  readonly files: keyof typeof FONT_FILES;
  /** Whether digits are equally wide, for numbers in columns. */
  readonly hasEvenDigits: boolean;
}

const SANS = ['Inter', "'Helvetica Neue'", 'Arial', 'sans-serif'] as const;
const USUAL = { families: SANS, hasEvenDigits: false };

export const FACES: Readonly<Record<FaceName, Face>> = {
  regular: { ...USUAL, weight: 400, files: 'regular' },
  tabular: {
    families: ['Inter Tabular', ...SANS],
    weight: 400,
    files: 'regular',
    hasEvenDigits: true,
  },
  medium: { ...USUAL, weight: 500, files: 'medium' },
  semibold: { ...USUAL, weight: 600, files: 'semibold' },
  mono: {
    families: ['JetBrains Mono', 'Menlo', 'Consolas', 'monospace'],
    weight: 400,
    files: 'mono',
    hasEvenDigits: false,
  },
};

/** Of a character that no font of ours has, as a part of the font's size: as wide as Chinese is. */
const UNKNOWN_ADVANCE = 1;

/** The fonts, read; `load` comes before all else. */
class Fonts {
  private files: typeof FONT_FILES | null = null;
  private readonly fonts = new Map<FaceName, MergedFont>();

  /** Reads the files, which lie in a part of the program of their own: most of what it does needs no fonts. */
  async load(): Promise<void> {
    this.files ??= (await import('./font-files.ts')).FONT_FILES;
  }

  /** A TrueType file of each face. */
  trueType(): Uint8Array[] {
    return (Object.keys(FACES) as FaceName[]).map((face) => this.font(face).bytes);
  }

  /** Width of a text in px. It is the sum of its characters' widths: there is no kerning. */
  width(text: string, face: FaceName, sizePx: number): number {
    const { advances, unitsPerEm } = this.font(face);
    let units = 0;
    for (const character of text) {
      units += advances.get(character.codePointAt(0) ?? 0) ?? UNKNOWN_ADVANCE * unitsPerEm;
    }
    return (units / unitsPerEm) * sizePx;
  }

  /** Whether a face has a character. */
  has(character: string, face: FaceName): boolean {
    return this.font(face).advances.has(character.codePointAt(0) ?? 0);
  }

  private font(face: FaceName): MergedFont {
    const known = this.fonts.get(face);
    if (known !== undefined) return known;
    if (this.files === null) throw new Error('The fonts were not loaded.');
    const { families, files, hasEvenDigits } = FACES[face];
    const parts = this.files[files].map((file) => readWoff(bytesOfDataUrl(file)));
    const font = mergeFont(families[0], parts, hasEvenDigits);
    this.fonts.set(face, font);
    return font;
  }
}

/** The fonts of all pictures of this process. */
export const FONTS = new Fonts();
