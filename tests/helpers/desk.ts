import { vi } from 'vitest';
import type { Desk } from '../../src/backend/desk.ts';

/** A desktop whose dialogs give these paths. */
export function deskOf(target: string | null, located: string | null = null) {
  return {
    chooseTarget: vi.fn((_path: string, _extension: string) => Promise.resolve(target)),
    mayReplace: vi.fn((_names: readonly string[]) => Promise.resolve(true)),
    locateProfile: vi.fn((_name: string) => Promise.resolve(located)),
    chooseFolder: vi.fn((_title: string, _path?: string) => Promise.resolve<string | null>(null)),
    mayRun: vi.fn(() => Promise.resolve(false)),
    copyPicture: vi.fn((_png: Uint8Array) => Promise.resolve()),
    startDrag: vi.fn((_path: string) => {}),
    showInFolder: vi.fn((_path: string) => {}),
  } satisfies Desk;
}
