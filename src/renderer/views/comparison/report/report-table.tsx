import type { ReportCell, ReportTable } from '../../../../core/text/report/report-document.ts';
import { ReportPhrases } from './report-phrases.tsx';

/** A table of the report with its title. */
export function ReportTableView({
  table: { title, note, headings, rows, empty },
  level: Heading = 'h3',
}: {
  readonly table: ReportTable;
  readonly level?: 'h3' | 'h4';
}) {
  return (
    <section aria-label={title}>
      <Heading>{title}</Heading>
      {rows.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <>
          {note !== '' && <p className="report-note">{note}</p>}
          <table className="report-table">
            <thead>
              <tr>
                {headings.map((heading, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as its cells, a heading is its column.
                  <th key={column} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells, row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows stand in an order.
                <tr key={row}>
                  {cells.map((cell, column) =>
                    column === 0 ? (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
                      <th key={column} scope="row" title={cell.title}>
                        <Content cell={cell} />
                      </th>
                    ) : (
                      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                      <td key={column} title={cell.title} data-tone={cell.tone}>
                        <Content cell={cell} />
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

function Content({ cell: { text, note } }: { readonly cell: ReportCell }) {
  return (
    <>
      <ReportPhrases phrases={text} />
      {note !== undefined && <small>{note}</small>}
    </>
  );
}
