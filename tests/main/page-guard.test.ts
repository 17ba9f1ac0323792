import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { guardPage, guardPermissions } from '../../src/main/page-guard.ts';

describe('guardPage', () => {
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn() });
  guardPage(contents as unknown as WebContents);

  const isPrevented = (event: string, details: object = {}) => {
    const preventDefault = vi.fn();
    contents.emit(event, { ...details, preventDefault });
    return preventDefault.mock.calls.length > 0;
  };

  it.each([
    ['app://allocscope/', true, false],
    ['app://allocscope/', false, true],
    ['app://allocscope/other.html', true, true],
    ['app://elsewhere/', true, true],
    ['https://example.com/', true, true],
    ['https://example.com/', false, true],
    ['file:///etc/passwd', true, true],
    ['about:blank', true, true],
  ])('at a navigation to %s (main frame: %s), prevents: %s', (url, isMainFrame, prevented) => {
    expect(isPrevented('will-frame-navigate', { url, isMainFrame })).toBe(prevented);
  });

  it('prevents redirects and embedded pages', () => {
    expect(isPrevented('will-redirect', { url: 'app://allocscope/' })).toBe(true);
    expect(isPrevented('will-attach-webview')).toBe(true);
  });

  it('opens no window', () => {
    const [[handler]] = contents.setWindowOpenHandler.mock.calls as [[(details: object) => object]];
    expect(handler({ url: 'https://example.com' })).toEqual({ action: 'deny' });
    expect(handler({ url: 'app://allocscope/' })).toEqual({ action: 'deny' });
  });
});

describe('guardPermissions', () => {
  const session = {
    setPermissionCheckHandler: vi.fn(),
    setPermissionRequestHandler: vi.fn(),
  };
  guardPermissions(session as unknown as Session);

  it.each([
    ['clipboard-sanitized-write', true],
    ['clipboard-read', false],
    ['deprecated-sync-clipboard-read', false],
    ['fileSystem', false],
    ['fullscreen', false],
    ['media', false],
    ['notifications', false],
    ['openExternal', false],
    ['unknown', false],
  ])('%s: %s', (permission, granted) => {
    const [[check]] = session.setPermissionCheckHandler.mock.calls as [
      [(...a: unknown[]) => boolean],
    ];
    expect(check(null, permission)).toBe(granted);
    const [[request]] = session.setPermissionRequestHandler.mock.calls as [
      [(...a: unknown[]) => void],
    ];
    const decide = vi.fn();
    request(null, permission, decide);
    expect(decide.mock.calls).toEqual([[granted]]);
  });
});
