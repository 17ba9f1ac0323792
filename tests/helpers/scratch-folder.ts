import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * An empty folder that goes when the test at hand has finished. Its path is the real one: that of temporary files is a
 * link on macOS, and shortened on Windows.
 */
export async function scratchFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'allocscope-test-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
