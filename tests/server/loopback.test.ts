import { createServer, type IncomingMessage } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Access } from '../../src/server/access.ts';
import { listenOnLoopback } from '../../src/server/loopback.ts';

/** Of no machine: RFC 1112 keeps this class for times to come. */
const NOBODYS = '240.0.0.1';

function server() {
  const http = createServer((_, response) => response.end('here'));
  onTestFinished(() => void http.close());
  return http;
}

describe('the loopback address', () => {
  it('is the first that this machine has', async () => {
    const { host, port } = await listenOnLoopback(server(), [NOBODYS, '127.0.0.1']);
    expect(host).toBe('127.0.0.1');
    expect(await (await fetch(`http://${host}:${port}/`)).text()).toBe('here');
  });

  it('may be missing', async () => {
    await expect(listenOnLoopback(server(), [NOBODYS, '240.0.0.2'])).rejects.toThrow(
      'The page cannot be served: this machine lets nobody listen at 240.0.0.1 or 240.0.0.2 (EADDRNOTAVAIL). Is its loopback interface up?',
    );
  });

  it('is what requests have to be for', () => {
    const access = new Access({ host: '[::1]', port: 8080 });
    const pathOf = (host: string, origin?: string) =>
      access.pathOf({ headers: { host, origin }, url: `/${access.token}/` } as IncomingMessage);
    expect(pathOf('[::1]:8080')).toBe('/');
    expect(pathOf('[::1]:8080', 'http://[::1]:8080')).toBe('/');
    expect(pathOf('localhost:8080')).toBe('/');
    expect(pathOf('127.0.0.1:8080')).toBe(null);
    expect(pathOf('[::1]:8080', 'http://[::2]:8080')).toBe(null);
  });
});
