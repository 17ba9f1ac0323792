import { closingBracket, indexOutsideBrackets } from './brackets.ts';
import { visibleText } from './visible-text.ts';

/** The parts of a Go symbol; '' is none. */
export interface GoName {
  /** Import path, unescaped: `net/http`, `gopkg.in/yaml.v3`. '' for names that are not Go's. */
  readonly packagePath: string;
  /** The name the package most likely has in source: `http`, `yaml`. */
  readonly packageName: string;
  /** Receiver type with its star and type arguments: `*conn`, `Header`, `*T[go.shape.int]`. */
  readonly receiver: string;
  /** Function or method, with what the compiler appended: `serve`, `main.func1`, `F[...]`. */
  readonly name: string;
}

/**
 * Takes apart a Go symbol as profiles print it.
 *
 * Names of C, C++, Rust or JavaScript, and of what Go's linker makes up (`type:.eq.T`), come back
 * whole, without a package. Symbols are not quite unambiguous, so three things are convention:
 * `a.T.M` is a method unless `M` looks like a closure (`func1`); `b.v2.F` is in package `b.v2` if
 * its path begins with a domain; and `foo.bar` is taken for Go although JavaScript writes that too.
 */
export function parseGoName(symbol: string): GoName {
  const dot = packageEnd(symbol);
  if (dot < 0) return { packagePath: '', packageName: '', receiver: '', name: symbol };
  const packagePath = unescapePath(symbol.slice(0, dot));
  const member = symbol.slice(dot + 1);
  return { packagePath, packageName: packageNameOf(packagePath), ...splitMember(member) };
}

/** Symbols of the linker: type algorithms and tables that belong to no package. */
const linkerMade = /^(?:type|go)(?::|\.\.)/;

/** What the Go specification lets compilers refuse in an import path, but for the escapes' %. */
const noImportPath = /[\s!"#$&'()*,:;<=>?[\\\]^`{|}\u{FFFD}]|^[/.]/u;

/** What no Go identifier contains, while demangled C++ and Rust names do. */
const noMember = /^[^[({]*[\s:<>]/;

/** A shared library that stands before its function, as in `libc.so.6.read`. */
const sharedLibrary = /^[^/]*\.so\./;

/** What C compilers append to a function that they split or copied. */
const clonedByCompiler = /^(?:part|isra|constprop|cold|lto_priv|localalias|llvm)(?:\.|$)/;

/** Index of the dot between package path and member; -1 when the symbol has no package. */
function packageEnd(symbol: string): number {
  if (linkerMade.test(symbol) || sharedLibrary.test(symbol)) return -1;
  // An import path has no brackets: slashes and dots in type arguments come after it.
  const bracket = symbol.search(/[[({]/);
  const head = bracket < 0 ? symbol : symbol.slice(0, bracket);
  const slash = head.lastIndexOf('/');
  let dot = head.indexOf('.', slash + 1);
  if (dot <= slash + 1 || dot === symbol.length - 1) return -1;
  if (slash >= 0 && head.slice(0, head.indexOf('/')).includes('.')) {
    const [suffix = ''] = /^\.(?:v\d+|go)(?=\.)/.exec(head.slice(dot)) ?? [];
    dot += suffix.length;
  }
  const path = head.slice(0, dot);
  const member = symbol.slice(dot + 1);
  if (noImportPath.test(path) || noMember.test(member) || clonedByCompiler.test(member)) return -1;
  // A lone capitalised element is a JavaScript or Java class rather than a Go package.
  return slash < 0 && /^\p{Lu}/u.test(path) ? -1 : dot;
}

/**
 * What the compiler puts behind a function's name: closures, wrappers, calling conventions, and a
 * method whose closure was inlined into the function.
 */
const compilerMade =
  /^(?:\(|(?:(?:func|gowrap|deferwrap)?\d+(?:-range\d+|-fm)?|abi0|abiinternal)(?:\.|$))/;

function splitMember(member: string): Pick<GoName, 'receiver' | 'name'> {
  if (member.startsWith('(')) {
    const close = closingBracket(member, 0);
    return close < 0 || member.charAt(close + 1) !== '.' || close + 2 === member.length
      ? { receiver: '', name: member }
      : { receiver: member.slice(1, close), name: member.slice(close + 2) };
  }
  const dot = indexOutsideBrackets(member, '.');
  const isFunction =
    dot <= 0 ||
    dot === member.length - 1 ||
    /^(?:glob\.\.|init\.|map\.init\.)/.test(member) ||
    compilerMade.test(member.slice(dot + 1));
  return isFunction
    ? { receiver: '', name: member }
    : { receiver: member.slice(0, dot), name: member.slice(dot + 1) };
}

/** The linker escapes dots of the last path element, as `%2e`, and all that is not plain ASCII. */
function unescapePath(path: string): string {
  try {
    const plain = decodeURIComponent(path);
    // An escape must not smuggle in what was made visible before.
    return visibleText(plain) === plain ? plain : path;
  } catch {
    return path;
  }
}

/** By convention a package is named after its path without the major version. */
function packageNameOf(path: string): string {
  const [last = '', parent = ''] = path.split('/').reverse();
  const named = parent !== '' && /^v\d+$/.test(last) ? parent : last;
  return named.replace(/\.v\d+$/, '');
}
