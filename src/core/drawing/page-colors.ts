import type { Theme } from './colors.ts';

/** What pictures are drawn on: documents are white, and on the darkest ground dimmed boxes can be made out. */
export const PAPER: Readonly<Record<Theme, string>> = { light: '#ffffff', dark: '#151517' };

/**
 * Colours of everything around the graphs, for those who draw it and cannot read the page's style sheet: they
 * are its tokens of the same names, where they are explained (`--ink-2` is `ink2`).
 */
export interface PageColors {
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly before: string;
  readonly beforeInk: string;
  readonly after: string;
  readonly afterInk: string;
  readonly fall: string;
  readonly fallInk: string;
  readonly rise: string;
  readonly riseInk: string;
  readonly accent: string;
  readonly danger: string;
  readonly warn: string;
}

export const PAGE_COLORS: Readonly<Record<Theme, PageColors>> = {
  light: {
    line: '#e4e3df',
    lineStrong: '#cfcdc6',
    ink: '#1d1c1a',
    ink2: '#55524c',
    ink3: '#6c6860',
    before: '#6a55c8',
    beforeInk: '#5b45b8',
    after: '#0f8f8a',
    afterInk: '#0b6f6b',
    fall: '#1b8a6b',
    fallInk: '#0f6b50',
    rise: '#c4601a',
    riseInk: '#9a4a08',
    accent: '#2563d4',
    danger: '#a8281c',
    warn: '#7d5200',
  },
  dark: {
    line: '#2b2b30',
    lineStrong: '#42424a',
    ink: '#ececee',
    ink2: '#b6b5bc',
    ink3: '#96959d',
    before: '#a996f5',
    beforeInk: '#b8a8f8',
    after: '#4fc9c1',
    afterInk: '#5fd3cb',
    fall: '#45c19a',
    fallInk: '#5bd0ab',
    rise: '#f0924a',
    riseInk: '#f5a468',
    accent: '#7aa7ff',
    danger: '#ff9a8d',
    warn: '#e8c069',
  },
};
