import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { type DiffResult, diff } from '../../src/cli/diff.ts';
import { encodePprof } from '../../src/core/formats/pprof/encode.ts';
import { drawProfile } from '../helpers/draw-profile.ts';
import { scratchFolder } from '../helpers/scratch-folder.ts';

/** Two profiles drawn as text, as files. */
export async function drawnFiles(before: string, after: string): Promise<[string, string]> {
  const folder = await scratchFolder();
  const files: [string, string] = [join(folder, 'before.pb'), join(folder, 'after.pb')];
  await writeFile(files[0], encodePprof(drawProfile(before)));
  await writeFile(files[1], encodePprof(drawProfile(after)));
  return files;
}

/** Runs `allocscope diff` on two drawn profiles. */
export async function diffDrawn(
  before: string,
  after: string,
  ...options: string[]
): Promise<DiffResult> {
  vi.stubEnv('TZ', 'UTC');
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  return diff([...(await drawnFiles(before, after)), ...options]);
}

/** A row of the JSON. */
interface JsonRow {
  readonly function: string;
  readonly before: { readonly flat: number; readonly cum: number };
  readonly after: { readonly flat: number; readonly cum: number };
  readonly joinedBy?: string;
  readonly nameBefore?: string;
  readonly confidence: null | {
    readonly flat: { readonly q: number; readonly drawn: { before: number; after: number } };
  };
}

/** The JSON as far as tests look at it. */
export interface DiffJson {
  readonly sampleType: string;
  readonly unit: string;
  readonly before: number;
  readonly after: number;
  readonly scales: { readonly before: number; readonly after: number };
  readonly percentOf: string;
  readonly percentTotal: number;
  readonly netTotal?: number;
  readonly confidence: { readonly reason: string } | { readonly level: number; readonly p: number };
  readonly hazards: readonly { readonly kind: string }[];
  readonly rows: readonly JsonRow[];
}

/** Its JSON. */
export async function diffJsonOf(...args: string[]): Promise<DiffJson> {
  return JSON.parse((await diff([...args, '--json'])).text) as DiffJson;
}

/** The lines under the titles of the columns. */
export function tableLines({ text }: Pick<DiffResult, 'text'>): string[] {
  const lines = text.trimEnd().split('\n');
  return lines.slice(lines.findIndex((line) => / flat% +sum% /.test(line)) + 1);
}
