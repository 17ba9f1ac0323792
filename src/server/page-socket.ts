import type { WebSocket } from 'ws';
import type { Backend } from '../backend/backend.ts';
import { isRecord } from '../backend/shapes.ts';
import type { ShellMessage } from '../bridge/wire.ts';
import { packMessage, unpackMessage } from '../bridge/wire.ts';

/** Serves one page over its WebSocket until that closes. */
export function servePage(socket: WebSocket, backend: Backend): void {
  const send = (message: ShellMessage) => {
    if (socket.readyState === socket.OPEN) socket.send(packMessage(message));
  };
  const stopListening = backend.listen((event, payload) => send({ kind: 'event', event, payload }));
  socket.on('close', stopListening);
  // The close that follows tells all there is to tell.
  socket.on('error', () => {});
  socket.on('message', (data: Buffer) => {
    const message = unpacked(data);
    if (message === null) {
      socket.close(1002);
      return;
    }
    const { request } = message;
    backend.request(message['method'], message['params']).then(
      (result) => send({ kind: 'result', request, result }),
      (thrown) => send({ kind: 'refusal', request, message: sentenceOf(thrown) }),
    );
  });
}

/** A message with a number to answer to; null when it is none. */
function unpacked(data: Buffer): (Record<string, unknown> & { request: number }) | null {
  try {
    const message = unpackMessage(data);
    if (!isRecord(message) || !Number.isSafeInteger(message['request'])) return null;
    return message as Record<string, unknown> & { request: number };
  } catch {
    return null;
  }
}

function sentenceOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
