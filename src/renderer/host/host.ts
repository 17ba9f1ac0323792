import type { Host } from '../../bridge/host.ts';
import { connectBrowserHost } from './browser-host.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload; missing in a browser. */
    readonly allocscope?: Host;
  }
}

/** Connects to the program around the page: Electron's, or else the browser shell that served it. */
export async function connectHost(): Promise<Host> {
  return window.allocscope ?? (await connectBrowserHost());
}
