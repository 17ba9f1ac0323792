import { type PackageKind, packageKind } from '../text/package-kind.ts';
import { hexOf } from './oklch.ts';

export type Theme = 'light' | 'dark';
export type ColorBy = 'package' | 'module' | 'share';

/** Colours of everything in the graph that is not a box with a function in it. */
export interface Inks {
  /** Text on boxes. */
  readonly label: string;
  /** The root's box and its text. */
  readonly root: string;
  readonly rootLabel: string;
  /** Boxes that a search did not find, and their text. */
  readonly dimmed: string;
  readonly dimmedLabel: string;
  /** Remainders: their ground and the lines across it. */
  readonly remainder: string;
  readonly hatch: string;
  /** Outlines of the selected box, of other boxes of its function, and of the one pointed at. */
  readonly selected: string;
  readonly related: string;
  readonly hovered: string;
  /** Text on what has the colour of the selection. */
  readonly onSelected: string;
  /** Lines across boxes that are before only, and the bar on the upper edge of those that are after only. */
  readonly removed: string;
  readonly added: string;
  /** The mark that shows how far the graph is scrolled. */
  readonly scroll: string;
}

export const INKS: Readonly<Record<Theme, Inks>> = {
  light: {
    label: '#1d1c1a',
    root: '#e4e3df',
    rootLabel: '#4c4944',
    dimmed: '#ebeae6',
    dimmedLabel: '#6a665f',
    remainder: '#dcdad5',
    hatch: '#b9b6af',
    selected: '#1d1c1a',
    related: '#1d1c1a99',
    hovered: '#1d1c1ab3',
    onSelected: '#ffffff',
    removed: '#f7f7f5b3',
    added: '#853400',
    scroll: '#1d1c1a40',
  },
  dark: {
    label: '#f4f4f6',
    root: '#2f2f34',
    rootLabel: '#c6c5cc',
    dimmed: '#26262a',
    dimmedLabel: '#96959d',
    remainder: '#34343a',
    hatch: '#55555e',
    selected: '#ffffff',
    related: '#ffffff99',
    hovered: '#ffffffb3',
    onSelected: '#151517',
    removed: '#151517b3',
    added: '#ffc08a',
    scroll: '#ffffff40',
  },
};

/** Boxes of the one theme are light under dark text, of the other dark under light text. */
const GROUND = {
  light: { lightness: 0.85, chroma: 0.088 },
  dark: { lightness: 0.48, chroma: 0.08 },
} as const;

/** The user's own code carries colour; what comes with Go recedes to near grey of its own hue. */
const CHROMA_PART: Readonly<Record<PackageKind, number>> = {
  module: 1,
  stdlib: 0.3,
  runtime: 0.16,
  none: 0.1,
};

/**
 * Colour of the boxes of a package: always the same for the same path, in one hue in both themes. The
 * hue is the path's hash; a little more or less lightness tells apart packages whose hues are close.
 */
export function packageColor(packagePath: string, theme: Theme): string {
  return groundColor(packagePath, CHROMA_PART[packageKind(packagePath)], theme);
}

/** Colour of the boxes of a mapped file (the binary, a shared library), by its base name. */
export function moduleColor(moduleName: string, theme: Theme): string {
  return groundColor(moduleName, moduleName === '' ? CHROMA_PART.none : 0.8, theme);
}

function groundColor(text: string, chromaPart: number, theme: Theme): string {
  const hash = hashOf(text);
  const { lightness, chroma } = GROUND[theme];
  const lighter = ((((hash >>> 16) & 0xff) / 0xff) * 2 - 1) * LIGHTNESS_SPREAD;
  return hexOf({
    lightness: lightness + lighter,
    chroma: chroma * chromaPart,
    hue: (hash & 0xffff) * (360 / 0x10000),
  });
}

const LIGHTNESS_SPREAD = 0.02;

/** FNV-1a over UTF-16 units, and then mixed: its low bits alone hardly differ between like paths. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Steps of the scale by share; more could not be told apart. */
export const SHARE_STEPS = 32;

/**
 * The scale by share of the total, palest first. One hue and rising chroma, lightness going away from
 * the page, so that it reads in grey as well.
 */
export function shareScale(theme: Theme): readonly string[] {
  return Array.from({ length: SHARE_STEPS }, (_, step) => {
    const part = step / (SHARE_STEPS - 1);
    return theme === 'light'
      ? hexOf({ lightness: 0.94 - 0.22 * part, chroma: 0.02 + 0.13 * part, hue: 80 - 35 * part })
      : hexOf({ lightness: 0.3 + 0.21 * part, chroma: 0.015 + 0.12 * part, hue: 80 - 35 * part });
  });
}

/** The step of the scale for a share from 0 to 1. By its root: most boxes have a small share. */
export function shareStep(share: number): number {
  const step = Math.floor(Math.sqrt(Math.max(0, share)) * SHARE_STEPS);
  return Math.min(SHARE_STEPS - 1, step);
}
