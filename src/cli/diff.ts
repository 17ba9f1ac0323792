import { diffJson } from './diff-json.ts';
import { parseDiffOptions } from './diff-options.ts';
import { diffReport } from './diff-report.ts';
import { diffText } from './diff-text.ts';
import { subjectOf } from './diff-view.ts';
import { judge } from './gate-verdict.ts';
import { focusSentences, type Printed } from './printed.ts';
import { ofSide, readInput } from './read-input.ts';

/** What `allocscope diff` prints, and how it ends. */
export interface DiffResult extends Printed {
  /** Whether a condition of `--fail-if` holds. */
  readonly isFailed: boolean;
}

/** `allocscope diff`. */
export async function diff(args: string[]): Promise<DiffResult> {
  const options = parseDiffOptions(args);
  const [fileBefore, fileAfter] = options.files;
  const before = await ofSide('Before', readInput(fileBefore));
  const after = await ofSide('After', readInput(fileAfter));
  const subject = subjectOf(before, after, options);
  // Conditions that do not fit the profiles are told of before anything is worked out.
  const verdicts = options.gates.map((gate) => judge(gate, subject, options));
  const report = diffReport(subject, options);
  return {
    text: (options.isJson ? diffJson : diffText)(subject, options, report),
    sentences: [
      ...focusSentences(options.focus, report.rows.length),
      ...verdicts.map(({ sentence }) => sentence).filter((sentence) => sentence !== ''),
    ],
    isFailed: verdicts.some(({ isFailed }) => isFailed),
  };
}
