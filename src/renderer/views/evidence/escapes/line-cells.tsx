import type { LineColumn } from '../../../../bridge/escape-api.ts';
import { formatBytes } from '../../../../core/units/bytes.ts';
import { formatCount } from '../../../../core/units/count.ts';
import { formatInteger } from '../../../../core/units/integer.ts';
import { formatShare } from '../../../../core/units/share.ts';
import { counted } from '../../../../words/counted.ts';
import { type EscapeColumnId, escapeTraits } from '../../../../words/evidence/escape-columns.ts';
import { CLASS_WORDS, isSilent, silenceWords } from '../../../../words/evidence/escape-words.ts';
import { GoNameText } from '../../parts/go-name-text.tsx';
import { FileText } from '../../table/file-text.tsx';
import { gridColumns } from '../../table/grid-columns.ts';
import type { GridCells } from '../../table/grid-rows.ts';
import type { LineRows } from './line-rows.ts';

export const lineColumns = gridColumns(escapeTraits);

/** What the engine sorts by for a column. */
export const sortedBy: Readonly<Record<EscapeColumnId, LineColumn>> = {
  objects: 'objects',
  objectShare: 'objects',
  bytes: 'bytes',
  message: 'message',
  function: 'function',
  place: 'place',
};

/** Columns of costs stand where there are any; the function gives way to the message. */
export function lineRoom(
  width: number,
  hasCosts: boolean,
): Partial<Record<EscapeColumnId, boolean>> {
  return {
    objects: hasCosts,
    objectShare: hasCosts && width >= 760,
    bytes: hasCosts,
    function: width >= 640,
  };
}

/** The cells of the table of lines. */
export function lineCells(rows: LineRows): GridCells<EscapeColumnId> {
  const { table } = rows;
  const scale = table.costs?.scale ?? 1;
  const [objects, bytes] = [
    (row: number) => (table.objects[row] ?? 0) * scale,
    (row: number) => (table.bytes[row] ?? 0) * scale,
  ];
  return {
    content: (row, column) => {
      switch (column) {
        case 'objects':
          return formatCount(objects(row));
        case 'objectShare':
          return formatShare(table.objects[row] ?? 0, table.costs?.totalObjects ?? 0);
        case 'bytes':
          return formatBytes(bytes(row));
        case 'message':
          return <Message rows={rows} row={row} />;
        case 'function':
          return <GoNameText name={rows.functionName.visible(row)} />;
        case 'place':
          return <FileText place={rows.shortPlace(row)} />;
      }
    },
    title: (row, column) => {
      switch (column) {
        case 'objects':
          return formatInteger(table.objects[row] ?? 0);
        case 'bytes':
          return `${formatInteger(table.bytes[row] ?? 0)} B`;
        case 'message':
          return (
            rows.message.visible(row) || (CLASS_WORDS[table.joinClass[row] ?? 0]?.meaning ?? '')
          );
        case 'function':
          return rows.functionName.visible(row);
        case 'place':
          return rows.place(row);
        default:
          return '';
      }
    },
  };
}

/** What was said of a line, or that nothing was; how many lines stand beneath a heading. */
function Message({ rows, row }: { readonly rows: LineRows; readonly row: number }) {
  const { table } = rows;
  const count = table.count[row] ?? 0;
  if (rows.isHeading(row)) {
    return <strong className="escape-heading">{counted(count, 'line', 'lines')}</strong>;
  }
  const joinClass = table.joinClass[row] ?? 0;
  // What else is said of a line does not tell why it allocates.
  const isUnexplained = isSilent(joinClass) && (table.frame[row] ?? -1) >= 0;
  const message = isUnexplained ? '' : rows.message.visible(row);
  const more = isUnexplained ? count : count - 1;
  return (
    <span className="escape-message">
      <span className="class-mark" data-class={joinClass} />
      {message === '' ? (
        <em>{silenceWords(joinClass)}</em>
      ) : (
        <span className="escape-words">{message}</span>
      )}
      {more > 0 && <small>+{more}</small>}
    </span>
  );
}
