import { readFile } from 'node:fs/promises';
import type { Protocol } from 'electron';
import { contentSecurityPolicy } from '../backend/content-security-policy.ts';
import { listPageFiles, type PageFile } from '../backend/page-files.ts';
import { PAGE_HOST, PAGE_SCHEME } from './page-address.ts';

/**
 * Gives the page's scheme the rights of a web page: relative addresses, storage, an origin, a secure
 * context (which the clipboard asks for). To be called before Electron is ready, and once.
 */
export function registerPageScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: PAGE_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true },
    },
  ]);
}

/** Serves the built page from its folder. Rejects with Error when the folder holds none. */
export async function servePage(protocol: Protocol, folder: string): Promise<void> {
  const files = await listPageFiles(folder);
  protocol.handle(PAGE_SCHEME, (request) => answer(request, files));
}

async function answer(request: Request, files: ReadonlyMap<string, PageFile>): Promise<Response> {
  const { host, pathname } = new URL(request.url);
  const file = host === PAGE_HOST ? files.get(pathname) : undefined;
  if (request.method !== 'GET' || file === undefined) return respond(null, 404, 'text/plain');
  return respond(await readFile(file.path), 200, file.type);
}

function respond(
  body: Uint8Array<ArrayBuffer> | null,
  status: number,
  contentType: string,
): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': contentType,
      'content-security-policy': contentSecurityPolicy(),
      'x-content-type-options': 'nosniff',
    },
  });
}
