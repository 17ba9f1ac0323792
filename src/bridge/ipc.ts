import type { HostMethod } from './host.ts';
import type { SoughtPlace } from './investigation.ts';

/*
 * What the preload and Electron's main process say to each other. Only they know these names; the page
 * knows `Host`.
 */

/** The channel of a request. */
export function hostChannel(method: HostMethod): `host:${HostMethod}` {
  return `host:${method}`;
}

/** Carries the name of a host event and its payload. */
export const EVENT_CHANNEL = 'host:event';

/** Takes a `PathToOpen`; answers as `Host.openFile` does. */
export const OPEN_PATH_CHANNEL = 'host:openPath';

/** Takes a `NamedBytes`: a file that has no path on this machine; answers alike. */
export const OPEN_BYTES_CHANNEL = 'host:openBytes';

/** Shows the dialog that opens files. */
export const CHOOSE_FILES_CHANNEL = 'host:chooseFiles';

/** A file to open, by its absolute path; or to be taken for a profile of an investigation. */
export interface PathToOpen {
  readonly path: string;
  readonly instead?: SoughtPlace | undefined;
}

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly instead?: SoughtPlace | undefined;
}

/** Files without a path pass through memory three times on their way, so they may not be larger. */
export const MAX_PATHLESS_BYTES = 256 * 1024 * 1024;

/**
 * Every answer. A refusal is an answer too, because the words of an error that a handler throws are
 * wrapped in "Error invoking remote method …" on their way to the page.
 */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };
