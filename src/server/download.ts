import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { Backend } from '../backend/backend.ts';
import { refuse } from './refuse.ts';

/**
 * Sends an export as a file to be saved. It is there for one time: once the browser has all of it, it is
 * gone.
 */
export function sendDownload(
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
  backend: Backend,
): void {
  const download = backend.download(id);
  if (download === null) {
    refuse(response, 404, 'That export has been downloaded already: make it again.');
    return;
  }
  if (request.method !== 'GET') {
    refuse(response, 405, 'An export can only be downloaded.');
    return;
  }
  response.setHeader('Content-Type', 'application/octet-stream');
  response.setHeader('Content-Disposition', attachment(download.name));
  // What did not arrive can be asked for again.
  pipeline(createReadStream(download.path), response, (error) => {
    if (!error) void backend.downloaded(id);
  });
}

/** The header that names a file to be saved (RFC 6266): once in plain letters, once as it is. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w.+-]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
