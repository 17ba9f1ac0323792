import { bytesOfDataUrl } from '../bytes-of-data-url.ts';
import { FONT_FILES } from './font-files.ts';
import { type MergedFont, mergeFont } from './merge-font.ts';
import { readWoff } from './sfnt.ts';

/** A font of pictures. */
export type FaceName = keyof typeof FONT_FILES;

/** What a face is called in an SVG: its family, what stands in where that is not installed, its weight. */
export interface Face {
  readonly family: string;
  readonly fallback: string;
  readonly weight: number;
}

const SANS = { family: 'Inter', fallback: "'Helvetica Neue', Arial, sans-serif" };

export const FACES: Readonly<Record<FaceName, Face>> = {
  regular: { ...SANS, weight: 400 },
  medium: { ...SANS, weight: 500 },
  semibold: { ...SANS, weight: 600 },
  mono: { family: 'JetBrains Mono', fallback: 'Menlo, Consolas, monospace', weight: 400 },
};

/** Of a character that no font of ours has, as a part of the font's size: as wide as Chinese is. */
const UNKNOWN_ADVANCE = 1;

/** The fonts, read. */
export class Fonts {
  private readonly fonts = new Map<FaceName, MergedFont>();

  /** A TrueType file of each face. */
  files(): Uint8Array[] {
    return (Object.keys(FONT_FILES) as FaceName[]).map((face) => this.font(face).bytes);
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
    const parts = FONT_FILES[face].map((file) => readWoff(bytesOfDataUrl(file)));
    const font = mergeFont(FACES[face].family, parts);
    this.fonts.set(face, font);
    return font;
  }
}

/** The fonts of all pictures of this process. */
export const FONTS = new Fonts();
