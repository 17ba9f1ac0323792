import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Backend } from '../backend/backend.ts';
import { FileFault } from '../backend/file-fault.ts';

const MAX_NAME = 500;

/**
 * Opens the file that the page sends as the body of its request. Answers when the opening is over
 * with the id of the profile, or with nothing where there is none: events have told why.
 */
export async function receiveUpload(
  request: IncomingMessage,
  response: ServerResponse,
  backend: Backend,
): Promise<void> {
  const { searchParams } = new URL(request.url ?? '', 'http://localhost');
  const name = (searchParams.get('name') || 'profile').slice(0, MAX_NAME);
  const total = Number(request.headers['content-length'] ?? 0) || 0;
  const profile = await backend.openBytes(name, body(request), total);
  // A browser takes an answer for a failure while it still sends: the rest is taken and forgotten.
  request.resume();
  if (!request.readableEnded && !request.destroyed) await ended(request);
  response.statusCode = profile === null ? 204 : 200;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(profile === null ? '' : `${profile}`);
}

async function* body(request: IncomingMessage): AsyncGenerator<Uint8Array> {
  const chunks: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  try {
    for await (const chunk of chunks) yield chunk;
  } catch (thrown) {
    throw new FileFault('It did not arrive completely: drop it again.', { cause: thrown });
  }
}

function ended(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    request.once('end', resolve);
    request.once('close', resolve);
  });
}
