/*
 * The thread of an export as it is, but that what it makes is made up: the title of the picture that is asked
 * for says what.
 */

import { parentPort, workerData } from 'node:worker_threads';
import type { ExportPiece, ExportRequest } from '../../src/bridge/export-api.ts';
import { serveExport } from '../../src/export/serve-export.ts';
import type { ExportTools } from '../../src/export/tools.ts';

if (parentPort !== null) serveExport(make, workerData, parentPort);

async function* make(
  { view, what }: ExportRequest,
  fileName: string,
  tools: ExportTools,
): AsyncGenerator<ExportPiece> {
  const piece = (file: string, text: string) => ({ file, bytes: new TextEncoder().encode(text) });
  tools.report({ step: 'Drawing', done: 1, total: 2 });
  switch ('title' in what ? what.title : what.kind === 'picture' ? what.caption.title : '') {
    case 'refused':
      throw new Error('It is too large: export less.');
    case 'defect':
      throw new TypeError('x is undefined');
    case 'dies':
      yield piece(fileName, 'half');
      return process.exit(1);
    case 'endless':
      yield piece(fileName, 'half');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      break;
    case 'several':
      yield piece(fileName, 'see ');
      yield piece(fileName, 'pictures');
      yield piece('picture.png', 'a picture');
      break;
    case 'asks': {
      const { total } = await tools.ask('slice', { view, window: null, side: null });
      yield piece(fileName, `${tools.profile(view.profile).name} ${total[0]} ${tools.version}`);
      break;
    }
    default:
      yield piece(fileName, 'one file');
  }
}
