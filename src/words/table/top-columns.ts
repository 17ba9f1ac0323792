import type { ColumnTraits } from './column-traits.ts';

/** The columns of the table of one profile by id, in order. */
export type TopColumnId =
  | 'flat'
  | 'flatShare'
  | 'running'
  | 'cum'
  | 'cumShare'
  | 'average'
  | 'name'
  | 'file';

/** What is particular to them. */
export const topTraits: Readonly<Record<TopColumnId, ColumnTraits>> = {
  flat: { title: 'flat', meaning: 'In the function itself', width: 84 },
  flatShare: {
    title: 'flat%',
    meaning: 'In the function itself, as a share of the total',
    width: 66,
  },
  running: {
    title: 'sum%',
    meaning: 'This row and those above it together, as a share of the total',
    width: 62,
  },
  cum: {
    title: 'cum',
    meaning: 'In the function and in what it calls',
    width: 84,
  },
  cumShare: {
    title: 'cum%',
    meaning: 'In the function and in what it calls, as a share of the total',
    width: 66,
  },
  average: {
    title: 'avg. size',
    meaning: 'Average size of an object that the function itself allocates',
    width: 82,
  },
  name: {
    title: 'function',
    meaning: 'Name, with its package',
    width: 180,
    grow: 2.5,
    isText: true,
  },
  file: {
    title: 'file',
    meaning: 'Source file and line',
    width: 100,
    grow: 1,
    isText: true,
  },
};

/** The columns that leave names their place in a table of a width in px. */
export function topRoom(width: number): Partial<Record<TopColumnId, boolean>> {
  return {
    file: width >= 720,
    running: width >= 640,
    average: width >= 600,
    cumShare: width >= 520,
    flatShare: width >= 440,
    flat: width >= 340,
    cum: width >= 340,
  };
}
