import { isAbsolute } from 'node:path';
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { type Check, isInteger, isObject, isOptional, isText } from '../backend/shapes.ts';
import { HOST_METHODS, type HostMethod } from '../bridge/host.ts';
import type { SoughtPlace } from '../bridge/investigation.ts';
import {
  type Answer,
  CHOOSE_FILES_CHANNEL,
  hostChannel,
  MAX_PATHLESS_BYTES,
  OPEN_BYTES_CHANNEL,
  OPEN_PATH_CHANNEL,
} from '../bridge/ipc.ts';

/** What the page can have done. */
export interface PageServices {
  request(method: HostMethod, params: unknown): Promise<unknown>;
  openPath(path: string, instead?: SoughtPlace): Promise<number | null>;
  openBytes(name: string, bytes: Uint8Array, instead?: SoughtPlace): Promise<number | null>;
  chooseFiles(): Promise<void>;
}

const isPath: Check<string> = (value): value is string =>
  isText(100_000)(value) && isAbsolute(value) && !value.includes('\0');

const instead = isOptional(isObject({ investigation: isInteger(), at: isInteger() }));

const isPathToOpen = isObject({ path: isPath, instead });

const isNamedBytes = isObject({
  instead,
  name: isText(1000),
  bytes: (value): value is Uint8Array =>
    value instanceof Uint8Array && value.byteLength <= MAX_PATHLESS_BYTES,
});

/**
 * Answers the page on one channel for each method of the contract, and on those of the preload.
 * `isFromPage` tells whether a message may be answered at all.
 */
export function registerIpc(
  ipcMain: IpcMain,
  isFromPage: (event: IpcMainInvokeEvent) => boolean,
  services: PageServices,
): void {
  const serve = (channel: string, work: (params: unknown) => unknown) =>
    ipcMain.handle(channel, (event, params: unknown) =>
      answer(() => {
        if (!isFromPage(event)) throw new Error('Only the page of Allocscope may ask for this.');
        return work(params);
      }),
    );

  for (const method of HOST_METHODS) {
    serve(hostChannel(method), (params) => services.request(method, params));
  }
  serve(OPEN_PATH_CHANNEL, (file) => {
    const { path, instead } = checked(file, isPathToOpen);
    return services.openPath(path, instead);
  });
  serve(OPEN_BYTES_CHANNEL, (file) => {
    const { name, bytes, instead } = checked(file, isNamedBytes);
    return services.openBytes(name, bytes, instead);
  });
  serve(CHOOSE_FILES_CHANNEL, () => services.chooseFiles());
}

async function answer(work: () => unknown): Promise<Answer> {
  try {
    return { ok: true, value: await work() };
  } catch (thrown) {
    return { ok: false, message: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

function checked<T>(value: unknown, check: Check<T>): T {
  if (!check(value)) throw new Error('The page asked to open a file in a way that makes no sense.');
  return value;
}
