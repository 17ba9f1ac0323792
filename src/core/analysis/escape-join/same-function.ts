/**
 * Whether a diagnostic of a function, as the compiler names it within its package, may be about a frame with a
 * symbol. Only where the name is nowhere in the symbol it is of other source: closures, and functions whose bodies
 * they come from, stand in symbols beside those that they were inlined into.
 */
export function mayBeSameFunction(compilerName: string, symbol: string): boolean {
  if (compilerName === '' || symbol === '') return true;
  const parts = partsOf(symbol);
  // What initialises variables of a package stands in no function of the source.
  if (parts.some((part) => part === 'init' || part === 'glob')) return true;
  const named = partsOf(compilerName).filter((part) => !/^(?:func|gowrap|deferwrap)?\d/.test(part));
  const last = named.at(-1);
  return last === undefined || parts.includes(last);
}

/** Identifiers of a name without type arguments: `main`, `T`, `F`, `func1` of `main.(*T[int]).F.func1`. */
function partsOf(name: string): string[] {
  return name
    .replace(/\[.*\]/, '')
    .split(/[.()*/]|-range/)
    .filter((part) => part !== '');
}
