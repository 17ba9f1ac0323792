import { visibleText } from '../../../core/text/visible-text.ts';
import { captureProgressWords } from '../../../words/capture-words.ts';
import type { RunningCapture } from '../../state/captures.ts';
import { cancelCapture } from '../../state/capturing.ts';
import { useApp } from '../../state/use-app.ts';
import '../openings/openings.css';

/** How far a capture is, and the way to end it. */
export function CaptureRow({
  capture: { key, words, progress },
}: {
  readonly capture: RunningCapture;
}) {
  const app = useApp();
  const shownWords = visibleText(words);
  const { done, total } = progress ?? { done: 0, total: 0 };
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const percent = Math.round(share * 100);
  const state = progress === null ? 'Asking' : visibleText(captureProgressWords(progress));
  return (
    <li className="opening">
      <span className="opening-name">{shownWords}</span>
      <button
        type="button"
        className="link-button"
        aria-label={`Cancel capturing ${shownWords}`}
        onClick={() => cancelCapture(app, key)}
      >
        Cancel
      </button>
      <div
        className="opening-steps"
        data-single
        role="progressbar"
        aria-label={`Capturing ${shownWords}`}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(total > 0 ? { 'aria-valuenow': percent } : {})}
        aria-valuetext={state}
      >
        <span>
          <i style={{ transform: `scaleX(${share})` }} />
        </span>
      </div>
      <span className="opening-words">{state}</span>
    </li>
  );
}
