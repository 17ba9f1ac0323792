/** How a function fared, by its values as they are shown. */
export type ChangeState = 'added' | 'removed' | 'grew' | 'shrank' | 'same';

/** Both values of a function on each side. */
export interface ValuesOfSides {
  readonly flatBefore: number;
  readonly flatAfter: number;
  readonly cumBefore: number;
  readonly cumAfter: number;
}

/** The state of a function, and the value whose change it tells of. */
export interface StateOfFunction {
  readonly state: ChangeState;
  readonly value: 'flat' | 'cum';
}

/**
 * The state of a function: new or gone where one side has nothing of it, not even in what it calls; otherwise by
 * its flat value, or by cum where it has no flat value on either side.
 */
export function functionState(values: ValuesOfSides): StateOfFunction {
  const { flatBefore, flatAfter, cumBefore, cumAfter } = values;
  const value = flatBefore === 0 && flatAfter === 0 ? 'cum' : 'flat';
  if (cumBefore === 0 && cumAfter !== 0 && flatBefore === 0) return { state: 'added', value };
  if (cumAfter === 0 && cumBefore !== 0 && flatAfter === 0) return { state: 'removed', value };
  const change = value === 'flat' ? flatAfter - flatBefore : cumAfter - cumBefore;
  if (change === 0) return { state: 'same', value };
  return { state: change > 0 ? 'grew' : 'shrank', value };
}
