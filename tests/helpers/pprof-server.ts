import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const fixtures = resolve(import.meta.dirname, '../fixtures');

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

interface ServerOptions {
  /** Whose profiles are served. */
  readonly side?: 'before' | 'after';
  readonly isTls?: boolean;
  /** How long a second takes that a profile is to cover; null for one that never ends. */
  readonly secondMillis?: number | null;
  /** What is served at other paths, or otherwise at those of net/http/pprof. */
  readonly routes?: Readonly<Record<string, Handler>>;
}

/** A service that was started for a test. */
export interface PprofServer {
  /** `127.0.0.1:40123`. */
  readonly host: string;
  /** With its scheme. */
  readonly origin: string;
  /** `GET /debug/pprof/heap?gc=1` and so on, in their order. */
  readonly requests: readonly string[];
  /** The headers of each request. */
  readonly headers: readonly IncomingMessage['headers'][];
  /** What it has served so far, by its own count. */
  served: number;
  /** The side whose profiles it serves from now on. */
  side: 'before' | 'after';
  close(): Promise<void>;
}

/**
 * Serves the captures of the seed story as net/http/pprof does: the same paths, headers, status codes and error
 * texts as in Go 1.19 to 1.26, and its counters by expvar and for Prometheus.
 */
async function startPprofServer(options: ServerOptions = {}): Promise<PprofServer> {
  const { isTls = false, routes = {}, secondMillis = 1 } = options;
  const requests: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const handle: Handler = (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    headers.push(request.headers);
    const url = new URL(request.url ?? '', 'http://localhost');
    const route = routes[url.pathname];
    if (route !== undefined) return route(request, response);
    if (url.pathname.startsWith('/debug/pprof/')) {
      return servePprof(url, response, started.side, secondMillis);
    }
    if (url.pathname === '/debug/vars') return serveExpvar(response, started.served);
    if (url.pathname === '/metrics') return servePrometheus(response, started.served);
    // Go's http.NotFound, by the mux.
    response.writeHead(404, PLAIN);
    response.end('404 page not found\n');
  };
  const server = isTls ? createTlsServer(certificate(), handle) : createServer(handle);
  const host = `127.0.0.1:${await listen(server)}`;
  const close = () => closed(server);
  const started: PprofServer = {
    host,
    origin: `${isTls ? 'https' : 'http'}://${host}`,
    requests,
    headers,
    served: 80_000,
    side: options.side ?? 'before',
    close,
  };
  return started;
}

/** The same for the test at hand, which ends it. */
export async function pprofServer(options: ServerOptions = {}): Promise<PprofServer> {
  const server = await startPprofServer(options);
  onTestFinished(() => server.close());
  return server;
}

const PLAIN = { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' };

/** An error as net/http/pprof writes it (`serveError`). */
function pprofError(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...PLAIN, 'X-Go-Pprof': '1' });
  response.end(`${text}\n`);
}

const FILES: Readonly<Record<string, string>> = {
  heap: 'heap.pb.gz',
  allocs: 'allocs.pb.gz',
  profile: 'cpu.pb.gz',
  mutex: 'mutex.pb.gz',
  block: 'block.pb.gz',
  goroutine: 'goroutine.pb.gz',
};

/** The bytes of a profile as the server serves it. */
export function servedProfile(side: 'before' | 'after', name: string): Buffer {
  const file =
    name === 'threadcreate' ? 'edge/ok-small.pb.gz' : `seed-story/${side}/${FILES[name] ?? ''}`;
  return readFileSync(join(fixtures, 'pprof', file));
}

function servePprof(
  url: URL,
  response: ServerResponse,
  side: 'before' | 'after',
  secondMillis: number | null,
): void {
  const name = url.pathname.slice('/debug/pprof/'.length);
  if (name === '') {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end('<html>\n<head>\n<title>/debug/pprof/</title>\n</head></html>');
    return;
  }
  if (FILES[name] === undefined && name !== 'threadcreate') {
    pprofError(response, 404, 'Unknown profile');
    return;
  }
  const asked = url.searchParams.get('seconds');
  const seconds = asked ?? (name === 'profile' ? '30' : null);
  if (seconds !== null && !/^[1-9]\d*$/.test(seconds)) {
    const text = 'invalid value for "seconds" - must be a positive integer';
    pprofError(response, 400, text);
    return;
  }
  const send = () => {
    const isDelta = asked !== null && name !== 'profile';
    response.writeHead(200, {
      'X-Content-Type-Options': 'nosniff',
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="${name}${isDelta ? '-delta' : ''}"`,
    });
    response.end(servedProfile(side, name));
  };
  if (seconds === null) send();
  else if (secondMillis !== null) setTimeout(send, Number(seconds) * secondMillis);
}

function serveExpvar(response: ServerResponse, served: number): void {
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' });
  const variables = { cmdline: ['api'], requests: { total: served }, memstats: { Mallocs: 1 } };
  response.end(JSON.stringify(variables));
}

function servePrometheus(response: ServerResponse, served: number): void {
  response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
  response.end(
    `# HELP http_requests_total Requests.
# TYPE http_requests_total counter
http_requests_total{code="200",method="get"} ${served - 5}
http_requests_total{code="500",method="get"} 5
`,
  );
}

/** A certificate that it signed itself, for localhost. */
function certificate() {
  const read = (name: string) => readFileSync(join(fixtures, 'tls', name));
  return { key: read('key.pem'), cert: read('cert.pem') };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return (server.address() as AddressInfo).port;
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}
