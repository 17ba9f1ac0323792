import type { FileFormat } from './file-format.ts';

/** Stacks as FlameGraph's scripts write them: "main;handle;encode 42" on each line. */
export const folded: FileFormat = {
  recognises: ({ lines }) => {
    const written = lines.filter((line) => line.trim() !== '');
    const stacks = written.filter((line) => /\S\s+\d+(\.\d*)?(\s+\d+)?\s*$/.test(line));
    return stacks.length * 2 > written.length && stacks.some((line) => line.includes(';'));
  },
  refusal: "It is folded stacks, as FlameGraph's scripts write them.",
  advice: 'Allocscope cannot read them yet: open a pprof profile of the same run instead.',
};
