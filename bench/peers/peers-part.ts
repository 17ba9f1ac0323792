import type { Browser } from 'playwright-core';
import type { ProfileFile } from '../profile/profile-file.ts';
import type { ProgramRun } from '../run-program.ts';
import { measureGoPprof } from './go-pprof.ts';
import { measureSpeedscope, type SpeedscopeRun } from './speedscope.ts';

/** What other tools take for a profile; null where one is not there or failed. */
export interface PeersSize {
  readonly samples: number;
  readonly goPprof: Omit<ProgramRun, 'output'> | null;
  readonly speedscope: SpeedscopeRun | null;
}

/** Measures each peer once for each profile. What fails is told to `warn`. */
export async function measurePeers(
  files: readonly ProfileFile[],
  speedscopeFolder: string | null,
  launch: () => Promise<Browser>,
  warn: (sentence: string) => void,
): Promise<PeersSize[]> {
  const sizes: PeersSize[] = [];
  for (const file of files) {
    const failed = (peer: string) => (error: unknown) => {
      warn(`${peer} failed with ${file.samples} samples: ${String(error)}`);
      return null;
    };
    sizes.push({
      samples: file.samples,
      goPprof: await measureGoPprof(file).catch(failed('go tool pprof')),
      speedscope:
        speedscopeFolder === null
          ? null
          : await inBrowser(launch, (browser) =>
              measureSpeedscope(browser, speedscopeFolder, file),
            ).catch(failed('speedscope')),
    });
  }
  return sizes;
}

/** A browser for each run: what one page leaves behind, or takes down with it, must not touch the next. */
async function inBrowser<T>(
  launch: () => Promise<Browser>,
  act: (browser: Browser) => Promise<T>,
): Promise<T> {
  const browser = await launch();
  try {
    return await act(browser);
  } finally {
    await browser.close();
  }
}
