/** A file and its line; where it is narrow the file's end gives way to the line. */
export function FileText({ place }: { readonly place: string }) {
  const colon = place.lastIndexOf(':');
  if (colon < 0) return place;
  return (
    <span className="file-text">
      <span>{place.slice(0, colon)}</span>
      {place.slice(colon)}
    </span>
  );
}
