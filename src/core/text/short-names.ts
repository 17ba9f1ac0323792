import { closingBracket } from './brackets.ts';
import { parseGoName } from './go-name.ts';
import { printedParts } from './name-parts.ts';
import { baseName } from './path.ts';

/**
 * Ever shorter forms of a frame's name, for labels: as it is, without path, with type arguments as
 * `[...]`, without package, and the bare method. `myservice/handlers.(*Handler).enrich` is followed
 * by `handlers.(*Handler).enrich`, `(*Handler).enrich` and `enrich`. Where a file and line follow, they
 * lose their folders first: `handlers.enrich handlers.go:12`, and in the end `enrich:12` and `enrich`.
 * Each is shorter than the one before it; a name that is not Go's has but one form, a path also its end.
 */
export function shortNames(frameName: string): readonly [string, ...string[]] {
  const { symbol, place } = printedParts(frameName);
  const symbols = shortSymbols(symbol);
  const names: [string, ...string[]] = [frameName];
  for (const candidate of place === '' ? symbols : placedForms(symbols, place)) {
    if (candidate !== '' && candidate.length < (names.at(-1) ?? '').length) names.push(candidate);
  }
  return names;
}

/** Forms of a symbol with its file and line, which the shortest ones leave out. */
function placedForms(symbols: readonly string[], place: string): string[] {
  const file = baseName(place.trim());
  const shortest = symbols.at(-1) ?? '';
  const [line = ''] = /:\d+$/.exec(file) ?? [];
  return [...symbols.map((symbol) => `${symbol} ${file}`), `${shortest}${line}`, shortest];
}

/** Forms of a symbol, the longest first; some may be no shorter than those before them. */
function shortSymbols(symbol: string): string[] {
  if (symbol.startsWith('/')) return [symbol, symbol.slice(symbol.lastIndexOf('/') + 1)];
  const { packagePath, packageName, receiver, name } = parseGoName(symbol);
  if (packagePath === '') return [symbol];
  const member = memberOf(receiver, name);
  const shortMember = withoutTypeArguments(member);
  return [
    symbol,
    `${packageName}.${member}`,
    `${packageName}.${shortMember}`,
    shortMember,
    withoutTypeArguments(name),
  ];
}

function memberOf(receiver: string, name: string): string {
  if (receiver === '') return name;
  return receiver.startsWith('*') ? `(${receiver}).${name}` : `${receiver}.${name}`;
}

function withoutTypeArguments(text: string): string {
  let short = '';
  let start = 0;
  for (;;) {
    const open = text.indexOf('[', start);
    const close = open < 0 ? -1 : closingBracket(text, open);
    if (close < 0) return short + text.slice(start);
    short += `${text.slice(start, open)}[...]`;
    start = close + 1;
  }
}
