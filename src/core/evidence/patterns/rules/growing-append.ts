import { sliceStart } from '../../go-source/slice-start.ts';
import { type AllocationFacts, isOwn } from '../facts.ts';
import { isSilent, ownMessages } from '../own-messages.ts';
import type { Rule, Sign } from '../rule.ts';
import { looksLikeGrowth } from '../sizes.ts';
import { callsOn, quoted } from '../source-signs.ts';
import { runtimeCalls } from '../stack-signs.ts';
import { subjectKind } from '../subject.ts';
import { hint, sign } from '../testimony.ts';

export const growingAppend: Rule = {
  pattern: 'growing-append',
  name: 'Growing append',
  meaning:
    'A slice without enough room is appended to, so that it moves to a larger one again and again.',
  advice:
    'Make the slice with its final or expected capacity, make([]T, 0, n), or use one again with s = s[:0].',
  exception:
    'Where the number is not known beforehand a guess that is too large costs memory; and a slice that lives long grows seldom.',
  witnesses: {
    compiler: byCompiler,
    source: bySource,
    stack: runtimeCalls(/^runtime\.growslice/, 'moves a slice to a larger one'),
    sizes: bySizes,
  },
  shown: [['source'], ['stack'], ['compiler', 'sizes']],
  likely: [['source'], ['sizes']],
};

/** Newer compilers say `append escapes to heap`; older ones say nothing of appends. */
function byCompiler(facts: AllocationFacts): Sign {
  if (!isOwn(facts.stack)) return null;
  const message = ownMessages(facts).find(
    ({ says, subject }) => says === 'escapes' && subjectKind(subject) === 'append',
  );
  if (message !== undefined)
    return sign('The compiler says that what append makes is allocated.', message.text);
  if (!isSilent(facts)) return null;
  return hint(
    'The compiler says of nothing on this line that it escapes: growth is decided when the program runs.',
  );
}

function bySource({ source, stack }: AllocationFacts): Sign {
  if (source === null || !isOwn(stack)) return null;
  const { file } = source;
  let sign_: Sign = 'against';
  for (const {
    called,
    arguments: [slice, ...values],
  } of callsOn(source)) {
    if (called !== 'append' || slice === undefined || values.length === 0) continue;
    if (/^\[\].*(?:\(nil\)|\{\})$/.test(file.textOf(slice))) continue;
    switch (sliceStart(file, slice)) {
      case 'empty':
        return sign(
          `The line appends to ${file.textOf(slice)}, which begins without room.`,
          quoted(source),
        );
      case 'full':
        return sign(
          `The line appends to ${file.textOf(slice)}, which is full when it is made.`,
          quoted(source),
        );
      case 'unknown':
        sign_ = hint(
          `The line appends to ${file.textOf(slice)}; how much room that begins with, this file does not show.`,
          quoted(source),
        );
    }
  }
  return sign_;
}

function bySizes({ stack: { sizes, chain } }: AllocationFacts): Sign {
  if (sizes === null || chain.length > 0 || !looksLikeGrowth(sizes)) return null;
  return hint(
    'The sizes of the objects double from one to the next, as those of a slice that grows; a map that grows looks alike.',
  );
}
