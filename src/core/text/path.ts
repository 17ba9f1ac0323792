/**
 * A file path of a profile, shortened as Go's `filepath.Clean` does and without the prefix that Bazel
 * leaves (`trimPath` in pprof's internal/report/source.go). '' stays ''.
 */
export function cleanPath(path: string): string {
  if (path === '') return '';
  const trimmed = BUILD_PREFIXES.reduce(
    (rest, prefix) => (rest.startsWith(prefix) ? rest.slice(prefix.length) : rest),
    path,
  );
  if (!/\/\/|(^|\/)\.\.?(\/|$)|.\/$/.test(trimmed)) return trimmed;
  const isRooted = trimmed.startsWith('/');
  const kept: string[] = [];
  for (const element of trimmed.split('/')) {
    if (element === '' || element === '.') continue;
    if (element !== '..') kept.push(element);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!isRooted) kept.push('..');
  }
  const joined = kept.join('/');
  if (isRooted) return `/${joined}`;
  return joined === '' ? '.' : joined;
}

const BUILD_PREFIXES = ['/proc/self/cwd/./', '/proc/self/cwd/'];

/** The last element of a path, as Go's `filepath.Base` gives it: '.' for an empty path. */
export function baseName(path: string): string {
  if (path === '') return '.';
  const bare = path.replace(/\/+$/, '');
  if (bare === '') return '/';
  return bare.slice(bare.lastIndexOf('/') + 1);
}
