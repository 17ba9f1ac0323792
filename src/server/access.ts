import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Listening } from './loopback.ts';

/**
 * Who may use the server: those who know the token, which is the first part of every path. A cookie
 * would not do, since browsers send it to all ports of a host, and so to servers of other users.
 */
export class Access {
  readonly token = randomBytes(32).toString('base64url');
  private readonly hosts: readonly string[];

  constructor({ host, port }: Listening) {
    this.hosts = [`${host}:${port}`, `localhost:${port}`];
  }

  /**
   * The path of a request below its token, such as `/assets/index.js`; null when it is not allowed.
   * `Host` is checked against names that lead here from elsewhere (DNS rebinding), `Origin` against
   * other pages.
   */
  pathOf(request: IncomingMessage): string | null {
    const { host, origin } = request.headers;
    if (host === undefined || !this.hosts.includes(host)) return null;
    if (origin !== undefined && origin !== `http://${host}`) return null;
    const [path = ''] = (request.url ?? '').split('?');
    const [, token = '', ...rest] = path.split('/');
    return this.isToken(token) ? `/${rest.join('/')}` : null;
  }

  private isToken(candidate: string): boolean {
    const expected = Buffer.from(this.token);
    const given = Buffer.from(candidate);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
