import type { FileHandle, Host, HostEvent, HostEvents, HostMethod } from '../../bridge/host.ts';
import type { SoughtPlace } from '../../bridge/investigation.ts';
import { packMessage, type ShellMessage, unpackMessage } from '../../bridge/wire.ts';

const CONNECTION_LOST =
  'The connection to Allocscope was lost: see whether it still runs. Where it was started again, open the address that it printed.';

/** The status of an upload that is refused with a sentence. */
const REFUSED = 422;

interface Pending {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The host behind the browser shell's WebSocket. Addresses are relative to the page's own, which has
 * the token in it.
 */
class BrowserHost implements Host {
  private readonly socket: WebSocket;
  private readonly pending = new Map<number, Pending>();
  private readonly listeners = new Map<HostEvent, Set<(payload: never) => void>>();
  private lastRequest = 0;

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.addEventListener('message', ({ data }) => {
      this.receive(unpackMessage(new Uint8Array(data as ArrayBuffer)) as ShellMessage);
    });
    socket.addEventListener('close', () => {
      this.lose();
      for (const { reject } of this.pending.values()) reject(new Error(CONNECTION_LOST));
      this.pending.clear();
    });
  }

  request: Host['request'] = (method: HostMethod, params: unknown) => {
    if (this.socket.readyState !== WebSocket.OPEN) return Promise.reject(this.lose());
    const request = ++this.lastRequest;
    return new Promise((resolve, reject) => {
      this.pending.set(request, { resolve, reject });
      this.socket.send(packMessage({ request, method, params }));
    });
  };

  openFile(file: FileHandle, instead?: SoughtPlace): Promise<number | null> {
    return this.upload(file as File, instead);
  }

  chooseFiles(): Promise<boolean> {
    return Promise.resolve(false);
  }

  on<E extends HostEvent>(event: E, listener: (payload: HostEvents[E]) => void): () => void {
    const listeners = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  private receive(message: ShellMessage): void {
    if (message.kind === 'event') {
      this.tell(message.event, message.payload);
      return;
    }
    const pending = this.pending.get(message.request);
    this.pending.delete(message.request);
    if (message.kind === 'result') pending?.resolve(message.result as never);
    else pending?.reject(new Error(message.message));
  }

  private tell<E extends HostEvent>(event: E, payload: HostEvents[E]): void {
    for (const listener of this.listeners.get(event) ?? []) listener(payload as never);
  }

  /** Tells that the connection is lost, and gives the error to reject with. */
  private lose(): Error {
    this.tell('connectionLost', { message: CONNECTION_LOST });
    return new Error(CONNECTION_LOST);
  }

  private async upload(file: File, instead?: SoughtPlace): Promise<number | null> {
    const { status, text } = await this.post(file, instead);
    if (status === REFUSED) throw new Error(text);
    return status === 200 ? Number(text) : null;
  }

  private async post(file: File, instead?: SoughtPlace) {
    try {
      const url = addressOf('open');
      for (const [key, value] of Object.entries({ name: file.name, ...instead })) {
        url.searchParams.set(key, `${value}`);
      }
      const answer = await fetch(url, { method: 'POST', body: file });
      return { status: answer.status, text: await answer.text() };
    } catch (thrown) {
      if (this.socket.readyState !== WebSocket.OPEN) {
        throw this.lose();
      }
      throw new Error(
        `“${file.name}” cannot be opened. The browser could not read it: is it a folder, or was it moved or changed?`,
        { cause: thrown },
      );
    }
  }
}

function addressOf(name: string): URL {
  return new URL(name, document.baseURI);
}

/** Connects to the browser shell that served the page. Rejects with a sentence. */
export function connectBrowserHost(): Promise<Host> {
  const url = addressOf('socket');
  url.protocol = 'ws:';
  const socket = new WebSocket(url);
  socket.binaryType = 'arraybuffer';
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(new BrowserHost(socket)));
    socket.addEventListener('error', () => reject(new Error(CONNECTION_LOST)));
  });
}
