import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { RequestHeader } from '../../bridge/capture-api.ts';
import type { CaptureTarget } from '../../core/capture/target.ts';
import { CaptureFault } from './capture-fault.ts';

/**
 * The headers that say who asks: the one that was given, and one made of user and password in the address where
 * that is no other. Throws CaptureFault for what is no header.
 */
export function secretHeaders(
  header: RequestHeader | null,
  credentials: CaptureTarget['credentials'],
): Record<string, string> {
  const headers: Record<string, string> = {};
  if (credentials !== null) {
    const { user, password } = credentials;
    headers['Authorization'] = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  }
  if (header === null) return headers;
  const { name, value } = header;
  if (!isHeader(header)) {
    // It may be that the secret was typed in the wrong place: nothing of it gets into a message.
    throw new CaptureFault(
      'That is no header: write its name and its value, such as Authorization and Bearer ….',
      { trouble: 'header' },
    );
  }
  if (CONNECTION_HEADERS.includes(name.toLowerCase())) {
    throw new CaptureFault(`The header ${name} belongs to the connection: it cannot be given.`, {
      trouble: 'header',
    });
  }
  for (const known of Object.keys(headers)) {
    if (known.toLowerCase() === name.toLowerCase()) delete headers[known];
  }
  return { ...headers, [name]: value };
}

function isHeader({ name, value }: RequestHeader): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}

/** Those with which a request would mean something else. */
const CONNECTION_HEADERS: readonly string[] = [
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];
