import { parseGoName } from '../../../core/text/go-name.ts';
import './go-name-text.css';

/**
 * A function's name that gives way from its front when it is narrow: the package's path is muted and
 * cut first, so that the method stays.
 */
export function GoNameText({ name }: { readonly name: string }) {
  const { packagePath } = parseGoName(name);
  // The linker escapes some letters of a path: what is shown is the name's own spelling.
  const isPlain = packagePath !== '' && name.startsWith(`${packagePath}.`);
  if (!isPlain) return <span className="go-name">{name}</span>;
  const slash = packagePath.lastIndexOf('/') + 1;
  return (
    <span className="go-name">
      {slash > 0 && <span className="go-name-path">{packagePath.slice(0, slash)}</span>}
      <span className="go-name-package">{name.slice(slash, packagePath.length + 1)}</span>
      <span className="go-name-member">{name.slice(packagePath.length + 1)}</span>
    </span>
  );
}
