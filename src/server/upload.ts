import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Backend } from '../backend/backend.ts';
import { FileFault } from '../backend/file-fault.ts';
import type { SoughtPlace } from '../bridge/investigation.ts';

const MAX_NAME = 500;

/**
 * Opens the file that the page sends as the body of its request. Answers when the opening is over
 * with the id of the profile, or with nothing where there is none: events have told why. A file that is taken
 * for a profile of an investigation may be refused with a sentence.
 */
export async function receiveUpload(
  request: IncomingMessage,
  response: ServerResponse,
  backend: Backend,
): Promise<void> {
  const { searchParams } = new URL(request.url ?? '', 'http://localhost');
  const name = (searchParams.get('name') || 'profile').slice(0, MAX_NAME);
  const total = Number(request.headers['content-length'] ?? 0) || 0;
  const instead = soughtPlace(searchParams);
  let profile: number | null = null;
  let refusal = '';
  try {
    profile = await backend.openBytes(name, body(request), total, instead);
  } catch (thrown) {
    refusal = thrown instanceof Error ? thrown.message : String(thrown);
  }
  // A browser takes an answer for a failure while it still sends: the rest is taken and forgotten.
  request.resume();
  if (!request.readableEnded && !request.destroyed) await ended(request);
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.statusCode = statusOf(profile, refusal);
  response.end(refusal || (profile === null ? '' : `${profile}`));
}

function statusOf(profile: number | null, refusal: string): number {
  if (refusal !== '') return 422;
  return profile === null ? 204 : 200;
}

/** The profile of an investigation that the file is taken for; undefined where it is opened for itself. */
function soughtPlace(searchParams: URLSearchParams): SoughtPlace | undefined {
  const [investigation, at] = ['investigation', 'at'].map((name) => searchParams.get(name));
  if (!investigation || !at) return undefined;
  return { investigation: Number(investigation), at: Number(at) };
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
