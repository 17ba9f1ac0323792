import type { CompilerNote, SourceQueries } from '../../bridge/source-api.ts';
import { CompilerLines } from '../../core/analysis/sites/compiler-lines.ts';
import { mergeEscapes } from '../../core/evidence/escape/merge.ts';
import type { EvidenceAnswers } from './evidence-of-sides.ts';

/** How questions about source files are answered from evidence. */
export const sourceNoteAnswers: EvidenceAnswers<SourceQueries> = {
  sourceNotes: (sides, beside, { files }) => {
    if (beside === null) return files.map(() => []);
    const { view, subject } = beside;
    const byLine = subject.ownFrames({ ...view, granularity: 'lines' });
    // A profile alone is that of the only run; of two runs, of the later one.
    const texts = view.base === null ? [sides.after] : [sides.before, sides.after];
    return files.map((file, side): readonly CompilerNote[] => {
      const outputs = (texts[side] ?? []).map((text) => text.escape.found);
      const frames = byLine[side]?.frames;
      if (file === null || frames === undefined || outputs.length === 0) return [];
      const all = Array.from(frames.line.keys());
      return new CompilerLines(mergeEscapes(outputs), frames, all).allocationsIn(file);
    });
  },
};
