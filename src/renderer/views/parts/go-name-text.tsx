import './go-name-text.css';
import { nameParts } from '../../../core/text/name-parts.ts';

/** A frame's name whose function stands out, and is the last to be cut where it is narrow. */
export function GoNameText({ name }: { readonly name: string }) {
  const { before, member, after } = nameParts(name);
  return (
    <span className="go-name">
      {before !== '' && <span className="go-name-rest">{before}</span>}
      <span className="go-name-member">{member}</span>
      {after !== '' && <span className="go-name-rest go-name-place">{after}</span>}
    </span>
  );
}
