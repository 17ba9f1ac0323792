/** How a joined frame came about. */
export const JoinKind = {
  exact: 0,
  onlyBefore: 1,
  onlyAfter: 2,
  rename: 3,
  closure: 4,
  generic: 5,
  version: 6,
  path: 7,
  line: 8,
  address: 9,
} as const;

export type JoinKind = (typeof JoinKind)[keyof typeof JoinKind];
