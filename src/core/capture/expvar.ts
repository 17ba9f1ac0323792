import { visibleText } from '../text/visible-text.ts';
import type { Counted } from './counted.ts';

/**
 * A number in the JSON of Go's expvar, by the path to it: `requests`, `requests.GET`, `memstats.Mallocs`. Names
 * may have dots themselves; an index stands as one step, `pauses.0`.
 */
export function readExpvar(text: string, path: string): Counted {
  let found: unknown;
  try {
    found = valueAt(JSON.parse(text), path.split('.'));
  } catch {
    return { error: 'What the address of the counter answered is cut short, or no JSON.' };
  }
  if (typeof found === 'number' && Number.isFinite(found)) return { value: found, series: 1 };
  const name = `“${visibleText(path)}”`;
  if (found === undefined) return { error: `Among the service's variables there is no ${name}.` };
  if (typeof found !== 'object' || found === null) {
    return { error: `${name} is not a number among the service's variables.` };
  }
  const numbers = Object.entries(found)
    .filter(([, value]) => typeof value === 'number')
    .slice(0, 5)
    .map(([key]) => visibleText(`${path}.${key}`));
  return {
    error: `${name} holds several values: name one of them${numbers.length === 0 ? '' : `, such as ${numbers.join(', ')}`}.`,
  };
}

/** The longest name that begins with the first step wins, as names with dots contain others. */
function valueAt(value: unknown, steps: readonly string[]): unknown {
  if (steps.length === 0) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  for (let taken = steps.length; taken > 0; taken--) {
    const name = steps.slice(0, taken).join('.');
    if (!Object.hasOwn(value, name)) continue;
    const found = valueAt((value as Record<string, unknown>)[name], steps.slice(taken));
    if (found !== undefined) return found;
  }
  return undefined;
}
