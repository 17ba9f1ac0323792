import { Packr } from 'msgpackr/index-no-eval';
import type { HostEvent, HostEvents } from './host.ts';

/*
 * What the page and the browser shell say to each other over the WebSocket: MessagePack, in which
 * typed arrays stay typed arrays.
 */

/** From the page. The other end checks it: a page is not trusted. */
export interface PageMessage {
  readonly request: number;
  readonly method: string;
  readonly params: unknown;
}

/** From the browser shell. */
export type ShellMessage = ResultMessage | RefusalMessage | EventMessage;

interface ResultMessage {
  readonly kind: 'result';
  readonly request: number;
  readonly result: unknown;
}

interface RefusalMessage {
  readonly kind: 'refusal';
  readonly request: number;
  /** A sentence for people. */
  readonly message: string;
}

interface EventMessage<E extends HostEvent = HostEvent> {
  readonly kind: 'event';
  readonly event: E;
  readonly payload: HostEvents[E];
}

// The build without eval, because the page's content security policy forbids that.
const packr = new Packr({ moreTypes: true, useRecords: false });

/** The bytes of a message. */
export function packMessage(message: PageMessage | ShellMessage): Uint8Array<ArrayBuffer> {
  return packr.pack(message) as Uint8Array<ArrayBuffer>;
}

/** Throws Error when the bytes are no message. */
export function unpackMessage(bytes: Uint8Array): unknown {
  return packr.unpack(bytes);
}
