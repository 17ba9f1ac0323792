import { type Glyph, MATRIX, MORE, WORDS } from './glyphs.ts';

/*
 * The parts of the fonts lack some characters that Allocscope itself writes. They are put together of others,
 * as accents are: an arrow is another one turned.
 */

/** A glyph that is there, to be put together with others. */
interface Base {
  readonly id: number;
  readonly glyph: Glyph;
}

/** A base as part of another glyph, by the matrix [xx, xy, yx, yy]: x' = xx·x + yx·y + dx, y' = xy·x + yy·y + dy. */
interface Component {
  readonly id: number;
  readonly matrix: readonly [xx: number, xy: number, yx: number, yy: number];
  readonly dx: number;
  readonly dy: number;
}

type Find = (character: string) => Base | undefined;

const AS_IT_IS = [1, 0, 0, 1] as const;
const CLOCKWISE = [0, -1, 1, 0] as const;
const ANTICLOCKWISE = [0, 1, -1, 0] as const;

/** The characters that can be derived, each with how. */
const RECIPES: Readonly<Record<string, (find: Find) => Glyph | undefined>> = {
  '→': (find) => turned(find, '↑', CLOCKWISE),
  '←': (find) => turned(find, '↑', ANTICLOCKWISE),
  '∞': (find) => turned(find, '8', CLOCKWISE),
  '≥': (find) => overLine(find, '>'),
  '≤': (find) => overLine(find, '<'),
};

/** Glyphs for characters that a font lacks, where they can be derived from glyphs that `find` gives. */
export function derivedGlyphs(find: Find): Map<string, Glyph> {
  const derived = new Map<string, Glyph>();
  for (const [character, recipe] of Object.entries(RECIPES)) {
    if (find(character) !== undefined) continue;
    const glyph = recipe(find);
    if (glyph !== undefined) derived.set(character, glyph);
  }
  return derived;
}

/** Digits that are all as wide as the widest of them, so that numbers below one another can be compared. */
export function evenDigits(find: Find): Map<string, Glyph> {
  const digits = new Map<string, Glyph>();
  const bases = Array.from('0123456789', (digit) => find(digit));
  const advance = Math.max(...bases.map((base) => base?.glyph.advance ?? 0));
  for (const [digit, base] of bases.entries()) {
    if (base === undefined) continue;
    const bounds = boundsOf(base.glyph);
    const dx = Math.round((advance - base.glyph.advance) / 2);
    const moved = { ...bounds, left: bounds.left + dx, right: bounds.right + dx, advance };
    digits.set(String(digit), composed([{ id: base.id, matrix: AS_IT_IS, dx, dy: 0 }], moved));
  }
  return digits;
}

/** A character turned by a quarter, its middle as high as that of a minus. */
function turned(
  find: Find,
  character: string,
  matrix: typeof CLOCKWISE | typeof ANTICLOCKWISE,
): Glyph | undefined {
  const base = find(character);
  const minus = find('−');
  if (base === undefined || minus === undefined) return undefined;
  const { left, right, bottom, top } = boundsOf(base.glyph);
  const axis = middleOf(minus.glyph);
  const margin = boundsOf(minus.glyph).left;
  const isClockwise = matrix[1] < 0;
  const dx = margin + (isClockwise ? -bottom : top);
  const dy = axis + ((left + right) / 2) * (isClockwise ? 1 : -1);
  return composed([{ id: base.id, matrix, dx, dy }], {
    advance: top - bottom + 2 * margin,
    left: margin,
    right: margin + top - bottom,
    bottom: axis - (right - left) / 2,
    top: axis + (right - left) / 2,
  });
}

/** How far a sign is raised over a line, and how far the line lies below it, as parts of the sign's height. */
const RAISED = 0.14;
const LOWERED = 0.62;

/** A sign with a minus below it. */
function overLine(find: Find, character: string): Glyph | undefined {
  const base = find(character);
  const minus = find('−');
  if (base === undefined || minus === undefined) return undefined;
  const { top, bottom, left, right } = boundsOf(base.glyph);
  const height = top - bottom;
  const dx = (base.glyph.advance - minus.glyph.advance) / 2;
  const lineY = (top + bottom) / 2 - middleOf(minus.glyph) - height * LOWERED;
  return composed(
    [
      { id: base.id, matrix: AS_IT_IS, dx: 0, dy: height * RAISED },
      { id: minus.id, matrix: AS_IT_IS, dx, dy: lineY },
    ],
    {
      advance: base.glyph.advance,
      left,
      right,
      bottom: boundsOf(minus.glyph).bottom + lineY,
      top: top + height * RAISED,
    },
  );
}

interface Bounds {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

function boundsOf({ outline }: Glyph): Bounds {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  return {
    left: view.getInt16(2),
    bottom: view.getInt16(4),
    right: view.getInt16(6),
    top: view.getInt16(8),
  };
}

function middleOf(glyph: Glyph): number {
  const { bottom, top } = boundsOf(glyph);
  return (bottom + top) / 2;
}

const ARGUMENTS_ARE_OFFSETS = 0x02;
const HEADER = 10;
const COMPONENT = 16;
/** 1 in the format F2DOT14. */
const ONE = 1 << 14;

function composed(
  components: readonly Component[],
  { advance, ...bounds }: Bounds & { readonly advance: number },
): Glyph {
  const outline = new Uint8Array(HEADER + components.length * COMPONENT);
  const view = new DataView(outline.buffer);
  view.setInt16(0, -1);
  const { left, bottom, right, top } = bounds;
  for (const [at, edge] of [left, bottom, right, top].entries()) {
    view.setInt16(2 + at * 2, Math.round(edge));
  }
  for (const [index, { id, matrix, dx, dy }] of components.entries()) {
    const start = HEADER + index * COMPONENT;
    const more = index < components.length - 1 ? MORE : 0;
    view.setUint16(start, WORDS | ARGUMENTS_ARE_OFFSETS | MATRIX | more);
    view.setUint16(start + 2, id);
    view.setInt16(start + 4, Math.round(dx));
    view.setInt16(start + 6, Math.round(dy));
    for (const [at, part] of matrix.entries()) view.setInt16(start + 8 + at * 2, part * ONE);
  }
  return { outline, advance: Math.round(advance), bearing: Math.round(left) };
}
