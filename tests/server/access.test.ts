import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startShell } from '../helpers/start-server.ts';

// None of these tests opens a profile, so that the engine is never started.
const start = () => startShell('no engine');

/** A request as no browser's fetch would send it. */
function get(url: string, headers: Record<string, string>, path?: string): Promise<number> {
  const { hostname, port, pathname } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { hostname, port, path: path ?? pathname, headers },
      (response: IncomingMessage) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    request.on('error', reject).end();
  });
}

/** How the server answers a WebSocket: 101, or the status that it refuses with. */
function upgrade(url: string, headers: Record<string, string> = {}): Promise<number> {
  const socket = new WebSocket(url.replace('http:', 'ws:'), { headers });
  return new Promise((resolve) => {
    socket.on('open', () => {
      resolve(101);
      socket.terminate();
    });
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => resolve(0));
  });
}

describe('the page', () => {
  it('is served to those who have the token', async () => {
    const { url } = await start();
    const response = await fetch(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toBe('<p>the page');
    expect(await (await fetch(`${url}assets/index.js`)).text()).toBe('the(script)');
    expect((await fetch(`${url}?query`)).status).toBe(200);
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
  });

  it('comes with headers that lock it in', async () => {
    const { url, origin } = await start();
    const { headers } = await fetch(url);
    const socket = origin.replace('http:', 'ws:');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      "img-src 'self' data: blob:",
      `connect-src 'self' ${socket}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });

  it.each(['', 'x/', 'index.html', `${'A'.repeat(43)}/`, 'socket', 'open?name=x'])(
    'is refused without the token: %j',
    async (path) => {
      const { origin } = await start();
      expect((await fetch(`${origin}/${path}`)).status).toBe(403);
    },
  );

  it('has a token of 32 random bytes, a new one each time', async () => {
    const [first, second] = [await start(), await start()];
    expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{43}\/$/);
    const tokenOf = (url: string) => new URL(url).pathname;
    expect(tokenOf(first.url)).not.toBe(tokenOf(second.url));
  });

  it.each(['evil.example', '127.0.0.1', '127.0.0.1:1', '127.0.0.1.evil.example', '[::1]:80'])(
    'is refused to the host %s',
    async (host) => {
      const { url } = await start();
      expect(await get(url, { host })).toBe(403);
    },
  );

  it('is served to the other name of this machine', async () => {
    const { url } = await start();
    expect(await get(url, { host: `localhost:${new URL(url).port}` })).toBe(200);
  });

  it.each(['http://evil.example', 'null', 'https://127.0.0.1', 'http://127.0.0.1:1'])(
    'is refused to the origin %s',
    async (origin) => {
      const { url } = await start();
      const response = await fetch(url, { headers: { origin } });
      expect(response.status).toBe(403);
      const upload = await fetch(`${url}open?name=x`, {
        method: 'POST',
        body: 'x',
        headers: { origin },
      });
      expect(upload.status).toBe(403);
    },
  );

  it.each([
    '../secret.txt',
    '..%2fsecret.txt',
    '%2e%2e/secret.txt',
    'assets/../../secret.txt',
    'assets/..%5c..%5csecret.txt',
    '/secret.txt',
    'assets',
    'secret.txt',
    'assets/index.js%00.html',
    'constructor',
  ])('serves no file but its own: %s', async (path) => {
    const { url } = await start();
    expect(await get(url, {}, `${new URL(url).pathname}${path}`)).toBe(404);
  });

  it('cannot be written', async () => {
    const { url } = await start();
    expect((await fetch(url, { method: 'POST', body: 'x' })).status).toBe(405);
    expect((await fetch(`${url}assets/index.js`, { method: 'DELETE' })).status).toBe(405);
  });

  it.runIf(process.platform === 'linux')('is at 127.0.0.1 alone', async () => {
    const { server } = await start();
    const port = Number(new URL(server.url).port);
    const answer = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.2', () => resolve('connected'));
      socket.on('error', () => resolve('refused'));
    });
    expect(answer).toBe('refused');
  });
});

describe('the WebSocket', () => {
  it('is opened for the page', async () => {
    const { url, origin } = await start();
    expect(await upgrade(`${url}socket`)).toBe(101);
    expect(await upgrade(`${url}socket`, { origin })).toBe(101);
  });

  it('is refused elsewhere, without the token, and to other origins and hosts', async () => {
    const { url, origin } = await start();
    expect(await upgrade(`${url}other`)).toBe(403);
    expect(await upgrade(`${origin}/socket`)).toBe(403);
    expect(await upgrade(`${origin}/${'A'.repeat(43)}/socket`)).toBe(403);
    expect(await upgrade(`${url}socket`, { origin: 'http://evil.example' })).toBe(403);
    expect(await upgrade(`${url}socket`, { host: 'evil.example' })).toBe(403);
  });

  it('harms nothing when it is broken off, nor when it is held open after its refusal', async () => {
    const { url, server } = await start();
    const { hostname, host, port, pathname } = new URL(url);
    const handshake = (path: string) =>
      [
        `GET ${path} HTTP/1.1`,
        `Host: ${host}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        '\r\n',
      ].join('\r\n');
    /** A client that does not end its side when the server does. */
    const shakeHands = (path: string): Promise<Socket> =>
      new Promise((resolve) => {
        const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
        socket.on('error', () => {});
        socket.once('data', () => resolve(socket));
        socket.write(handshake(path));
      });
    for (const path of ['/socket', `${pathname}socket`]) {
      (await shakeHands(path)).resetAndDestroy();
      expect((await fetch(url)).status).toBe(200);
    }
    const held = await shakeHands('/socket');
    await server.close();
    held.destroy();
  });

  it('is closed when it gets what is no message', async () => {
    const { url } = await start();
    const closed = (bytes: Uint8Array) => {
      const socket = new WebSocket(`${url.replace('http:', 'ws:')}socket`);
      socket.on('open', () => socket.send(bytes));
      return new Promise((resolve) => socket.on('close', resolve));
    };
    expect(await closed(new Uint8Array([0xc1]))).toBe(1002);
    expect(await closed(new Uint8Array([0x01]))).toBe(1002);
    expect(await closed(new Uint8Array(9 * 2 ** 20))).toBe(1009);
  });
});
