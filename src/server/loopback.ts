import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where a server listens. */
export interface Listening {
  /** As in an address of the web: `127.0.0.1`, `[::1]`. */
  readonly host: string;
  readonly port: number;
}

/** Machines without IPv4 have only the second. */
const LOOPBACK = ['127.0.0.1', '::1'];

/**
 * Has a server listen to this machine alone, at a port that is free. Rejects with Error and a sentence where none of
 * the addresses is to be had.
 */
export async function listenOnLoopback(
  server: Server,
  addresses: readonly string[] = LOOPBACK,
): Promise<Listening> {
  let cause: unknown;
  for (const address of addresses) {
    try {
      const port = await listen(server, address);
      return { host: address.includes(':') ? `[${address}]` : address, port };
    } catch (thrown) {
      cause = thrown;
    }
  }
  const { code } = cause as NodeJS.ErrnoException;
  throw new Error(
    `The page cannot be served: this machine lets nobody listen at ${addresses.join(' or ')} (${code}). Is its loopback interface up?`,
    { cause },
  );
}

/** The result is the port. */
async function listen(server: Server, address: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, address, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}
