import { ChangeKind } from '../../core/analysis/escape-join/changes.ts';
import { JoinClass } from '../../core/analysis/escape-join/escape-join.ts';
import { LineFlag } from '../../core/analysis/escape-join/lines.ts';

/*
 * What is said of the compiler's escape analysis, and of what it costs.
 */

/** What the compiler's output has for a line that allocates, by `JoinClass`. */
export interface ClassWords {
  /** For a bar's part, a badge, a row of a table. */
  readonly title: string;
  /** A sentence of what it means. */
  readonly meaning: string;
}

export const CLASS_WORDS: readonly ClassWords[] = byNumber(JoinClass, {
  explained: {
    title: 'Explained',
    meaning: 'The compiler says of the line that something on it is allocated on the heap.',
  },
  explainedAtCall: {
    title: 'Explained at the call',
    meaning:
      'The line was inlined, and the compiler says of the call that something is allocated there.',
  },
  lineSilent: {
    title: 'No compiler message',
    meaning:
      'The compiler speaks of the file, but of no allocation on this line: append or map growth, building of strings, calls into the runtime, or a source that has changed since.',
  },
  fileSilent: {
    title: 'Not compiled with -m',
    meaning:
      'The compiler never speaks of the file: its package was not compiled with -m. Use -gcflags=all=-m=2 to have all of them.',
  },
  noLine: { title: 'No line known', meaning: 'The profile does not know the line.' },
});

/** What became of an allocation, by `ChangeKind`. */
export const CHANGE_WORDS: readonly ClassWords[] = byNumber(ChangeKind, {
  new: { title: 'New', meaning: 'Said of the build after alone.' },
  gone: { title: 'Gone', meaning: 'Said of the build before alone.' },
  moved: { title: 'Moved', meaning: 'The same of the same function, on another line.' },
  unchanged: { title: 'Unchanged', meaning: 'The same on the same line.' },
});

/** What lines can be chosen by: the bit, and its name. */
export const FLAG_CHOICES: readonly (readonly [flag: number, title: string])[] = [
  [LineFlag.allocation, 'Allocates'],
  [LineFlag.silent, 'No message'],
  [LineFlag.leak, 'Leaks a parameter'],
  [LineFlag.kept, 'Does not escape'],
  [LineFlag.other, 'Inlining and others'],
];

/** What stands in place of a message where there is none. */
export function silenceWords(joinClass: number): string {
  return CLASS_WORDS[joinClass]?.title.toLowerCase() ?? '';
}

function byNumber<K extends string>(
  numbers: Readonly<Record<K, number>>,
  words: Readonly<Record<K, ClassWords>>,
): ClassWords[] {
  const list: ClassWords[] = [];
  for (const name of Object.keys(numbers) as K[]) list[numbers[name]] = words[name];
  return list;
}

/** What is shown at first: what allocates, with a message or without. */
export const FIRST_FLAGS = LineFlag.allocation | LineFlag.silent;

/** The changes that are shown at first. */
export const FIRST_CHANGES =
  (1 << ChangeKind.new) | (1 << ChangeKind.gone) | (1 << ChangeKind.moved);

/** Whether the compiler says nothing that tells why a line allocates. */
export function isSilent(joinClass: number): boolean {
  return joinClass >= JoinClass.lineSilent;
}
