import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Duplex, pipeline } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Backend } from '../backend/backend.ts';
import { contentSecurityPolicy } from '../backend/content-security-policy.ts';
import { listPageFiles, type PageFile } from '../backend/page-files.ts';
import { Access } from './access.ts';
import { sendDownload } from './download.ts';
import { listenOnLoopback } from './loopback.ts';
import { servePage } from './page-socket.ts';
import { refuse } from './refuse.ts';
import { receiveUpload } from './upload.ts';

/** More than any request of the page needs. */
const MAX_MESSAGE_BYTES = 8 * 2 ** 20;

/** Where exports wait to be downloaded. */
const DOWNLOADS = '/download/';

/** The page on this machine's loopback address, with the backend behind it. */
export interface RunningServer {
  /** The address with its token. */
  readonly url: string;
  /** Ends all connections and the listening. */
  close(): Promise<void>;
}

/** Serves the page of a folder to this machine, at a port that is free. */
export async function startServer(backend: Backend, pageFolder: string): Promise<RunningServer> {
  const files = await listPageFiles(pageFolder);
  const http = createServer();
  const listening = await listenOnLoopback(http);
  const access = new Access(listening);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  http.on('request', (request: IncomingMessage, response: ServerResponse) => {
    protect(request, response);
    const path = access.pathOf(request);
    if (path === null)
      return refuse(response, 403, 'Open the whole address that Allocscope printed.');
    if (request.method === 'POST' && path === '/open') {
      return void receiveUpload(request, response, backend);
    }
    if (path.startsWith(DOWNLOADS)) {
      return sendDownload(path.slice(DOWNLOADS.length), request, response, backend);
    }
    return sendFile(files.get(path), request, response);
  });
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // From here on the socket is ours: a connection that breaks must not end the application.
    socket.on('error', () => {});
    if (access.pathOf(request) !== '/socket') {
      // Whoever keeps its own half open would keep the server from closing.
      socket.once('finish', () => socket.destroy());
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (page) => servePage(page, backend));
  });
  return {
    url: `http://${listening.host}:${listening.port}/${access.token}/`,
    close: () => close(http, sockets),
  };
}

function sendFile(
  file: PageFile | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (file === undefined) {
    refuse(response, 404, 'There is no such file.');
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuse(response, 405, 'That cannot be done with this file.');
    return;
  }
  response.setHeader('Content-Type', file.type);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  // Closes the file as well when the browser goes away; there is nobody to tell of a failure then.
  pipeline(createReadStream(file.path), response, () => {});
}

function protect(request: IncomingMessage, response: ServerResponse): void {
  // Not all browsers count a WebSocket to the page's own address as 'self'.
  const socket = `ws://${request.headers.host ?? '127.0.0.1'}`;
  response.setHeader('Content-Security-Policy', contentSecurityPolicy([socket]));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Cache-Control', 'no-store');
}

async function close(http: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.terminate();
  http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
}
