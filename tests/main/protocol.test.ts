import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Protocol } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerPageScheme, servePage } from '../../src/main/protocol.ts';

type Handler = (request: Request) => Promise<Response>;

describe('the scheme of the page', () => {
  it('is a secure origin of its own, and bypasses nothing', () => {
    const registerSchemesAsPrivileged = vi.fn();
    registerPageScheme({ registerSchemesAsPrivileged } as unknown as Protocol);
    expect(registerSchemesAsPrivileged.mock.calls).toEqual([
      [[{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]],
    ]);
  });
});

describe('the page that is served', () => {
  let folder: string;
  let answer: (address: string, init?: RequestInit) => Promise<Response>;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'allocscope-page-'));
    const page = join(folder, 'renderer');
    mkdirSync(join(page, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'secret.js'), 'secret');
    writeFileSync(join(page, 'index.html'), '<!doctype html>');
    writeFileSync(join(page, 'notes.md'), '# Notes');
    writeFileSync(join(page, 'assets/index-1.js'), 'start()');
    writeFileSync(join(page, 'assets/inter.woff2'), 'font');
    const handlers = new Map<string, Handler>();
    await servePage(
      {
        handle: (scheme: string, handler: Handler) => handlers.set(scheme, handler),
      } as unknown as Protocol,
      page,
    );
    expect([...handlers.keys()]).toEqual(['app']);
    answer = (address, init) =>
      (handlers.get('app') as Handler)(new Request(address, init)) as Promise<Response>;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    ['app://allocscope/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://allocscope/index.html?a=1#b', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://allocscope/assets/index-1.js', 'text/javascript; charset=utf-8', 'start()'],
    ['app://allocscope/assets/inter.woff2', 'font/woff2', 'font'],
  ])('answers %s', async (address, type, text) => {
    const response = await answer(address);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toBe(text);
  });

  it.each([
    'app://allocscope/../secret.js',
    'app://allocscope/assets/../../secret.js',
    'app://allocscope/%2e%2e/secret.js',
    'app://allocscope/..%2fsecret.js',
    'app://allocscope/..%5csecret.js',
    'app://allocscope//etc/passwd',
    'app://allocscope/assets',
    'app://allocscope/assets/',
    'app://allocscope/constructor',
    'app://elsewhere/index.html',
    'app://allocscope.example/',
  ])('has nothing at %s', async (address) => {
    const response = await answer(address);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  it('only gives', async () => {
    expect((await answer('app://allocscope/', { method: 'POST', body: 'x' })).status).toBe(404);
  });

  it.each(['app://allocscope/', 'app://allocscope/missing'])(
    'says at %s what the page may load',
    async (address) => {
      const { headers } = await answer(address);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; " +
          "img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; " +
          "frame-ancestors 'none'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  it('must have been built', async () => {
    const protocol = { handle: vi.fn() } as unknown as Protocol;
    await expect(servePage(protocol, join(folder, 'renderer/assets'))).rejects.toThrow(
      'has not been built',
    );
  });
});
