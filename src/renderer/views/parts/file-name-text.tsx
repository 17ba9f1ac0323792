import './file-name-text.css';

/** So many of its last characters a name keeps: what numbers files, and their endings. */
const KEPT_END = 14;

/** The name of a file, which gives way before its end where it is narrow. */
export function FileNameText({ name }: { readonly name: string }) {
  const characters = Array.from(name);
  return (
    <span className="file-name">
      <span>{characters.slice(0, -KEPT_END).join('')}</span>
      <span>{characters.slice(-KEPT_END).join('')}</span>
    </span>
  );
}
