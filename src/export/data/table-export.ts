import type {
  ExportPiece,
  ExportRequest,
  TableChoice,
  TableExport,
} from '../../bridge/export-api.ts';
import { headingLine, rowLine } from '../../words/table/delimited.ts';
import {
  differenceDataColumns,
  percentOfTable,
} from '../../words/table/difference-data-columns.ts';
import { runningSums, topDataColumns } from '../../words/table/top-data-columns.ts';
import { viewEvidence } from '../../words/view-evidence.ts';
import type { ExportTools } from '../tools.ts';
import { ByteBuffer } from './byte-buffer.ts';
import { framesOfView, quantityOfRequest } from './exported-quantity.ts';
import { type ExportedTable, rowJson, tableHead } from './table-json.ts';

/** A table as data, with all rows that its filter leaves; docs/export.md says what is in it. */
export async function* exportTable(
  request: ExportRequest,
  { format, table: choice }: TableExport,
  file: string,
  tools: ExportTools,
): AsyncGenerator<ExportPiece> {
  tools.report({ step: 'Reading the table', done: 0, total: 0 });
  // The table of functions is of one profile: in a comparison of the one after.
  const view = choice.kind === 'top' ? { ...request.view, base: null } : request.view;
  const table = await askTable({ ...request, view }, choice, tools);
  const { columns, rows } = table;
  const out = new ByteBuffer();
  const isJson = format === 'json';
  // RFC 4180 wants both characters; spreadsheets that paste TSV and all else take one.
  const end = format === 'csv' ? '\r\n' : '\n';
  out.pushText(isJson ? tableHead(view, table, tools) : `${headingLine(columns, format)}${end}`);
  for (let row = 0; row < rows; row++) {
    if (isJson) out.pushText(`${row > 0 ? ',' : ''}\n${rowJson(columns, row)}`);
    else out.pushText(`${rowLine(columns, row, format)}${end}`);
    if (row % ROWS_AT_A_TIME === ROWS_AT_A_TIME - 1) {
      tools.report({ step: 'Writing rows', done: row + 1, total: rows });
      yield { file, bytes: out.take() };
    }
  }
  if (isJson) out.pushText('\n]}\n');
  yield { file, bytes: out.take() };
}

const ROWS_AT_A_TIME = 2000;

async function askTable(
  request: ExportRequest,
  choice: TableChoice,
  tools: ExportTools,
): Promise<ExportedTable> {
  const { view, percentOf: side } = request;
  const quantity = await quantityOfRequest(request, tools);
  const frames = await framesOfView(view, tools);
  if (choice.kind === 'top') {
    const top = await tools.ask('top', { view, sort: choice.sort, filter: choice.filter });
    const data = { frames, top, running: runningSums(top.flat) };
    return {
      columns: topDataColumns(data, quantity.sampleType),
      rows: top.frame.length,
      rowCount: top.rowCount,
      quantity,
      percentOf: { side: 'total', total: top.total },
      confidence: null,
    };
  }
  const { sort, filter } = choice;
  const table = await tools.ask('difference', { view, sort, filter });
  const confidence = await tools.ask('confidence', { view });
  const netTotal = side === 'net' ? await tools.ask('netTotal', { view }) : 0;
  const percentOf = percentOfTable(table, side, netTotal);
  const evidence = viewEvidence(view, confidence).frames;
  return {
    columns: differenceDataColumns({ frames, table, percentOf }, quantity, evidence),
    rows: table.frame.length,
    rowCount: table.rowCount,
    quantity,
    percentOf,
    confidence,
  };
}
