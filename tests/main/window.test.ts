import { resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { windowOptions } from '../../src/main/window.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).fakeElectron());

const bounds = { x: 1, y: 2, width: 800, height: 600 };
const files = { preload: resolve('/app/preload.cjs'), icon: resolve('/app/icon.png') };

describe('windowOptions', () => {
  it('are exactly the safe ones', () => {
    expect(windowOptions(bounds, false, files).webPreferences).toEqual({
      preload: files.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
  });

  it('show nothing before there is something to see, and begin in the colour of the page', () => {
    const light = windowOptions(bounds, false, files);
    const dark = windowOptions(bounds, true, files);
    expect(light).toMatchObject({ ...bounds, show: false });
    expect(dark).toMatchObject({ ...bounds, show: false });
    expect(light.backgroundColor).toMatch(/^#f/);
    expect(dark.backgroundColor).toMatch(/^#1/);
  });
});
