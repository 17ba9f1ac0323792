import { compileReplacement, type Replace } from '../../text/replacement.ts';

/** A user's rule: what matches in names of the before side is replaced ($1 … refer to groups; RE2 syntax). */
export interface RenameRule {
  readonly pattern: string;
  readonly replacement: string;
}

/**
 * One renaming of all rules, each applied to what the one before it gave. A name of which nothing
 * would be left stays. Throws an Error with a sentence when a rule is wrong.
 */
export function compileRenames(rules: readonly RenameRule[]): Replace {
  const replacements = rules.map(({ pattern, replacement }) => {
    const compiled = compileReplacement(pattern, replacement);
    if ('error' in compiled) throw new Error(compiled.error);
    return compiled;
  });
  if (replacements.length === 0) return (name) => name;
  const known = new Map<string, string>();
  return (name) => {
    if (name === '') return name;
    let renamed = known.get(name);
    if (renamed === undefined) {
      renamed = replacements.reduce((text, replace) => replace(text) || text, name);
      known.set(name, renamed);
    }
    return renamed;
  };
}
