import { parseArgs } from 'node:util';
import { divisorOf, parsed } from './arguments.ts';
import { type EscapeInput, readEscapeInput } from './escape-input.ts';
import { changesJson, escapesJson } from './escape-json.ts';
import { changesText, escapesText } from './escape-text.ts';
import { ofSide } from './read-input.ts';
import { UsageError } from './usage.ts';

/** `allocscope escape`: the result is what it prints. */
export async function escapes(args: string[]): Promise<string> {
  const { values, positionals } = parsed(() =>
    parseArgs({ args, allowPositionals: true, options: OPTIONS }),
  );
  const { profile: profiles, sample, flow, all, json } = values;
  const shown = { flow, all, per: divisorOf(values.per) };
  const [first, second, ...more] = positionals;
  if (first === undefined || more.length > 0) {
    throw new UsageError('It takes what the compiler printed, or two: of before and of after.');
  }
  if (second === undefined) {
    if (profiles.length > 1) throw new UsageError('--profile: one build has one profile.');
    const input = await readEscapeInput(first, profiles[0], sample);
    return json ? escapesJson(input) : escapesText(input, shown);
  }
  if (profiles.length > 2) throw new UsageError('--profile: two builds have two profiles.');
  const [before, after] = await bothSides([first, second], profiles, sample);
  return json ? changesJson(before, after) : changesText(before, after, shown);
}

const OPTIONS = {
  profile: { type: 'string', multiple: true, default: [] as string[] },
  sample: { type: 'string' },
  per: { type: 'string' },
  flow: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** One profile is that of the build after; two are in the order of the files. */
async function bothSides(
  [before, after]: readonly [string, string],
  profiles: readonly string[],
  sample: string | undefined,
): Promise<[EscapeInput, EscapeInput]> {
  const [ofBefore, ofAfter] = profiles.length === 2 ? profiles : [undefined, profiles[0]];
  return [
    await ofSide('Before', readEscapeInput(before, ofBefore, sample)),
    await ofSide('After', readEscapeInput(after, ofAfter, sample)),
  ];
}
