/*
 * Saves a file that has no end, as the command line does, until it is interrupted.
 */

import { saveFiles } from '../../src/backend/save-files.ts';
import type { ExportPiece } from '../../src/bridge/export-api.ts';

process.once('SIGINT', () => process.exit(130));

const [target = ''] = process.argv.slice(2);
await saveFiles(target, endless(), { mayReplace: () => true });

async function* endless(): AsyncGenerator<ExportPiece> {
  yield { file: 'a.csv', bytes: new TextEncoder().encode('half') };
  process.stdout.write('writing');
  await new Promise((go) => setTimeout(go, 60_000));
}
