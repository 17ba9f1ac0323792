import type { Page } from 'playwright-core';

/** JavaScript heap of a page after a collection, with the buffers that it holds outside of it, in bytes. */
export async function pageHeapBytes(page: Page): Promise<number> {
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = (await client.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  await client.detach();
  return usedSize + backingStorageSize;
}
