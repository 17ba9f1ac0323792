import { withoutMajorVersions } from './canonical-name.ts';

/**
 * A source file's path without what a module's version makes of it: `…/y@v1.2.3/z.go` and
 * `…/y/v2@v2.0.0/z.go` are `…/y/z.go`. The module cache writes capitals as `!c`, other builds do not
 * (https://go.dev/ref/mod#module-cache).
 */
export function canonicalPath(path: string): string {
  if (!/[@!]|[/.]v\d/.test(path)) return path;
  const elements = path.split('/').map((element) => {
    const at = element.indexOf('@');
    const bare = at > 0 ? element.slice(0, at) : element;
    return bare.replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
  });
  return withoutMajorVersions(elements.join('/'));
}

/** The last `elements` elements of a path; the whole path where it has fewer. */
export function pathTail(path: string, elements: number): string {
  let start = path.length;
  for (let count = 0; count < elements && start > 0; count++) {
    start = path.lastIndexOf('/', start - 1);
  }
  return path.slice(start + 1);
}

/** Number of elements of a path, its root not counted. */
export function pathDepth(path: string): number {
  let depth = path === '' || path.startsWith('/') ? 0 : 1;
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) depth++;
  return depth;
}
