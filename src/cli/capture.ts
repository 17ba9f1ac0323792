import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { capture } from '../backend/capture/capture.ts';
import { CaptureFault } from '../backend/capture/capture-fault.ts';
import { saveFiles } from '../backend/save-files.ts';
import type { CaptureFacts, CaptureProgress, CaptureTrouble } from '../bridge/capture-api.ts';
import { visibleJson, visibleText } from '../core/text/visible-text.ts';
import { formatInteger } from '../core/units/integer.ts';
import { captureWords, countWords } from '../words/capture-words.ts';
import { parseCaptureOptions } from './capture-options.ts';
import { refuseNames, refuseOccupied, savedOrSaid } from './out-file.ts';
import { InputError } from './read-input.ts';

/** `allocscope capture`: saves a profile of a running service. The result is what it prints. */
export async function captureToFile(
  args: string[],
  report: (progress: CaptureProgress) => void,
): Promise<string> {
  const { order, out, isForced, isJson } = parseCaptureOptions(args, process.env);
  // What cannot be saved in the end is told of before the service is asked.
  await refuseOccupied(out, isForced);
  // Whoever interrupts the command ends the process.
  const { signal } = new AbortController();
  const { facts, bytes } = await captured(() => capture(order, { report, signal }));
  const path = resolve(out);
  await savedOrSaid(() =>
    saveFiles(path, [{ file: basename(path), bytes }], {
      mayReplace: (names) => isForced || refuseNames(names),
    }),
  );
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return isJson ? factsJson(path, sha256, facts) : factsText(out, facts);
}

async function captured<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof CaptureFault)) throw thrown;
    throw new InputError(`${thrown.message}${HINTS[thrown.trouble] ?? ''}`, { cause: thrown });
  }
}

/** What of the command might help. */
const HINTS: { readonly [T in CaptureTrouble]?: string } = {
  certificate: ' (--insecure)',
  header: ' (--header, --header-env)',
  size: ' (--max-bytes)',
  time: ' (--timeout, --seconds)',
};

function factsJson(file: string, sha256: string, facts: CaptureFacts): string {
  const { askedMillis, ...others } = facts;
  const all = { file, sha256, time: new Date(askedMillis).toISOString(), ...others };
  return `${visibleJson(JSON.stringify(all, null, 2))}\n`;
}

function factsText(out: string, facts: CaptureFacts): string {
  const { count, fileBytes, remarks } = facts;
  const lines = [`${out} (${formatInteger(fileBytes)} B): ${captureWords(facts)}`];
  if (count !== null) lines.push(countWords(facts, count));
  lines.push(...remarks.map((remark) => `Note: ${remark}`));
  return lines.map((line) => `${visibleText(line)}\n`).join('');
}
