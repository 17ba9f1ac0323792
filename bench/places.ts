import { join } from 'node:path';

/** Where the files of a run lie. */
export interface Places {
  /** The project. */
  readonly root: string;
  /** The benchmarks' own built entries. */
  readonly built: string;
  /** Made-up profiles. */
  readonly profiles: string;
  /** The application's built entries. */
  readonly engine: string;
  readonly server: string;
}

export function placesIn(root: string, built: string): Places {
  return {
    root,
    built,
    profiles: join(root, 'node_modules/.cache/bench'),
    engine: join(root, 'out/main/engine.js'),
    server: join(root, 'out/main/server.js'),
  };
}
