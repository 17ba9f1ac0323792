import { visibleText } from '../../../core/text/visible-text.ts';
import { captureProgressWords } from '../../../words/capture-words.ts';
import type { RunningCapture } from '../../state/captures.ts';
import { cancelCapture } from '../../state/capturing.ts';
import { useApp } from '../../state/use-app.ts';
import { partDone } from '../openings/part-done.ts';
import { ProgressRow } from '../openings/progress-row.tsx';

/** How far a capture is. */
export function CaptureRow({
  capture: { key, words, progress },
}: {
  readonly capture: RunningCapture;
}) {
  const app = useApp();
  const { share, percent } = partDone(progress ?? { done: 0, total: 0 });
  return (
    <ProgressRow
      doing="capturing"
      what={visibleText(words)}
      steps={[share]}
      percent={percent}
      state={progress === null ? 'Asking' : visibleText(captureProgressWords(progress))}
      onCancel={() => cancelCapture(app, key)}
    />
  );
}
