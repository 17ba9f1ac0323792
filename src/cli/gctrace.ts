import { parseArgs } from 'node:util';
import { parsed } from './arguments.ts';
import { gctraceJson } from './gctrace-json.ts';
import { readTraceSide, type TraceChoice } from './gctrace-side.ts';
import { gctraceText } from './gctrace-text.ts';
import { ofSide } from './read-input.ts';
import { UsageError } from './usage.ts';

/** `allocscope gctrace`: the result is what it prints. */
export async function gctrace(args: string[]): Promise<string> {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        process: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    }),
  );
  const choice = choiceOf(values);
  const [first, second, ...more] = positionals;
  if (first === undefined || more.length > 0) {
    throw new UsageError(
      'It takes one text with gctrace, or two: the one before and the one after.',
    );
  }
  const write = values.json ? gctraceJson : gctraceText;
  if (second === undefined) return write(null, await readTraceSide(first, choice));
  const before = await ofSide('Before', readTraceSide(first, choice));
  return write(before, await ofSide('After', readTraceSide(second, choice)));
}

interface ChoiceOptions {
  readonly process?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

function choiceOf({ process, from, to }: ChoiceOptions): TraceChoice {
  if (process !== undefined && !/^[1-9]\d{0,8}$/.test(process)) {
    throw new UsageError(`--process: it is a whole number from 1 on, not “${process}”.`);
  }
  const span =
    from === undefined && to === undefined
      ? null
      : {
          from: from === undefined ? 0 : secondsOf('--from', from),
          to: to === undefined ? Number.POSITIVE_INFINITY : secondsOf('--to', to),
        };
  if (span !== null && span.from >= span.to) {
    throw new UsageError('--from and --to: the window has to end after it begins.');
  }
  return { process: process === undefined ? null : Number(process) - 1, span };
}

function secondsOf(option: string, text: string): number {
  if (!/^\d{1,12}(\.\d{1,9})?$/.test(text)) {
    throw new UsageError(`${option}: it is a number of seconds, such as 2.5, not “${text}”.`);
  }
  return Number(text);
}
