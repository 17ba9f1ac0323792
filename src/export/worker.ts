import { parentPort, workerData } from 'node:worker_threads';
import { makeExport } from './make-export.ts';
import { serveExport } from './serve-export.ts';

/*
 * The entry of the thread that makes one export. It is ended from outside, when the export is done or
 * cancelled.
 */

if (parentPort !== null) serveExport(makeExport, workerData, parentPort);
