import type { GoFile } from './go-file.ts';

/** Whether a token stands in `return …` of a function with one result of a type, such as `string` or `any`. */
export function isReturnedAs(file: GoFile, token: number, type: string): boolean {
  const around = file.functionAround(token);
  if (around === null) return false;
  const result = file.partner(around.parameters) + 1;
  if (file.textOf({ first: result, end: around.body }) !== type) return false;
  for (let i = token - 1; i > around.body; i--) {
    const text = file.text(i);
    if (text === 'return') return true;
    // Within a function literal another result counts.
    if (text === '{' || text === '}' || text === ';' || text === 'func') return false;
  }
  return false;
}
