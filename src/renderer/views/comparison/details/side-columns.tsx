/** The head of a table with a column for each side, behind one whose head is read to screen readers alone. */
export function SideColumns({
  first,
  last = '',
}: {
  readonly first: string;
  readonly last?: string;
}) {
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className="visually-hidden">{first}</span>
        </th>
        <th scope="col">
          <i className="side-dot" data-side="before" aria-hidden="true" />
          before
        </th>
        <th scope="col">
          <i className="side-dot" data-side="after" aria-hidden="true" />
          after
        </th>
        {last !== '' && <th scope="col">{last}</th>}
      </tr>
    </thead>
  );
}
