import { parentPort } from 'node:worker_threads';
import type { EngineRequest } from '../../src/engine/protocol.ts';
import { DEADLY_NAME, DEADLY_NODE } from './deadly.ts';

parentPort?.on('message', (message: EngineRequest) => {
  if (message.kind === 'open' && message.source.name === DEADLY_NAME) process.exit(1);
  if (message.kind !== 'query') return;
  if ((message.params as { node?: number }).node === DEADLY_NODE) process.exit(1);
});
