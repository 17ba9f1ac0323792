import { type AllocationFacts, isOwn } from '../facts.ts';
import { isSilent } from '../own-messages.ts';
import type { Rule, Sign } from '../rule.ts';
import { callsOn, quoted } from '../source-signs.ts';
import { runtimeCalls } from '../stack-signs.ts';
import { hint } from '../testimony.ts';

export const mapGrowth: Rule = {
  pattern: 'map-growth',
  name: 'Growing map',
  meaning:
    'Entries are put into a map without room for them, so that it moves to a larger table again and again.',
  advice: 'Make it with the number of entries, make(map[K]V, n), or clear and use one again.',
  exception:
    'A map that lives long grows seldom, and never shrinks: one that is too large stays so.',
  witnesses: {
    compiler: (facts) =>
      isSilent(facts) && isOwn(facts.stack)
        ? hint(
            'The compiler says of nothing on this line that it escapes: growth is decided when the program runs.',
          )
        : null,
    source: bySource,
    stack: runtimeCalls(/^runtime\.(?:mapassign|hashGrow|growWork)/, 'puts an entry into a map'),
  },
  shown: [['stack']],
  likely: [['source']],
  yields: [
    'slice-copy',
    'growing-append',
    'string-concatenation',
    'made-with-make',
    'escaping-literal',
    'string-bytes-conversion',
    'interface-boxing',
    'buffer-per-call',
    'pool-miss',
  ],
};

/** `m[k] = v`, `m[k]++` and the like, where the file declares m as a map and the line makes nothing else. */
function bySource({ source, stack }: AllocationFacts): Sign {
  if (source === null || !isOwn(stack)) return null;
  const { file, line } = source;
  const { first, end } = file.tokensOf(line);
  for (let open = first; open < end; open++) {
    const close = file.text(open) === '[' ? file.partner(open) : -1;
    if (close < 0 || !file.isWord(open - 1)) continue;
    if (!['=', '+=', '++', '--', '-=', '|='].includes(file.text(close + 1))) continue;
    if (callsOn(source).some(({ called }) => called === 'append')) continue;
    const name = file.text(open - 1);
    if (isMap(source, name))
      return hint(`The line puts an entry into ${name}, a map.`, quoted(source));
  }
  return null;
}

/** Whether the file declares a name as a map: `name map[`, `name := make(map[`, `name = map[`. */
function isMap({ file }: NonNullable<AllocationFacts['source']>, name: string): boolean {
  for (let token = 0; token < file.tokens.length; token++) {
    if (file.text(token) !== name) continue;
    if (file.is(token + 1, 'map', '[')) return true;
    const value = [':=', '=', ':'].includes(file.text(token + 1)) ? token + 2 : -1;
    if (value > 0 && (file.is(value, 'map', '[') || file.is(value, 'make', '(', 'map', '[')))
      return true;
  }
  return false;
}
