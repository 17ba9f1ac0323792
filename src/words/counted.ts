import { formatInteger } from '../core/units/integer.ts';

/** So many things, in full: `1 sample`, `1,142 samples`. */
export function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${formatInteger(count)} ${many}`;
}
