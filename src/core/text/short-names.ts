import { closingBracket } from './brackets.ts';
import { parseGoName } from './go-name.ts';

/**
 * Ever shorter forms of a symbol, for labels: as it is, without path, with type arguments as
 * `[...]`, without package, and the bare method. `myservice/handlers.(*Handler).enrich` is followed
 * by `handlers.(*Handler).enrich`, `(*Handler).enrich` and `enrich`. Each is shorter than the one
 * before it; a name that is not Go's has but one form.
 */
export function shortNames(symbol: string): readonly [string, ...string[]] {
  const { packagePath, packageName, receiver, name } = parseGoName(symbol);
  const names: [string, ...string[]] = [symbol];
  if (packagePath === '') return names;
  const member = memberOf(receiver, name);
  const shortMember = withoutTypeArguments(member);
  const candidates = [
    `${packageName}.${member}`,
    `${packageName}.${shortMember}`,
    shortMember,
    withoutTypeArguments(name),
  ];
  for (const candidate of candidates) {
    if (candidate.length < (names.at(-1) ?? '').length) names.push(candidate);
  }
  return names;
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
