/** Whose code a package is; `none` for names without a package: C, assembly, other languages. */
export type PackageKind = 'runtime' | 'stdlib' | 'module' | 'none';

/** First path elements of Go's own packages, those of its tools (`cmd`) included. */
const standardRoots: ReadonlySet<string> = new Set(
  (
    'archive bufio builtin bytes cmd cmp compress container context crypto database debug ' +
    'embed encoding errors expvar flag fmt go hash html image index internal io iter log maps ' +
    'math mime net os path plugin reflect regexp runtime slices sort strconv strings structs ' +
    'sync syscall testing text time unicode unique unsafe vendor weak'
  ).split(' '),
);

const runtimePackage =
  /^(?:runtime|runtime\/(?:cgo|internal\/.+)|internal\/(?:runtime\/.+|abi|bytealg|cpu))$/;

/**
 * Whose code an import path most likely is, so that a page can mute what is not the user's.
 *
 * A guess by name: a profile does not say. Go reserves paths without a dot in their first element
 * for itself, but modules do ignore that (`myservice/handlers`), so a path is the standard library's
 * only if its first element is a known one; a user's module called `text` is mistaken for it.
 * `runtime` is the scheduler, allocator and collector with their helpers; libraries that merely
 * live under that name, such as `runtime/pprof`, are `stdlib`.
 */
export function packageKind(packagePath: string): PackageKind {
  if (packagePath === '') return 'none';
  if (runtimePackage.test(packagePath)) return 'runtime';
  const [root = ''] = packagePath.split('/', 1);
  return standardRoots.has(root) ? 'stdlib' : 'module';
}
