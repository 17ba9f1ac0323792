import { visibleText } from '../../../core/text/visible-text.ts';
import { attempt } from '../../state/actions.ts';
import type { Opening } from '../../state/profiles.ts';
import { useApp } from '../../state/use-app.ts';
import { progressSteps, progressWords } from './progress-words.ts';

/** How far the opening of a file is, and the way to end it. */
export function OpeningRow({
  opening: { opening, name, progress },
}: {
  readonly opening: Opening;
}) {
  const app = useApp();
  const steps = progressSteps(progress);
  const share = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  const shownName = visibleText(name);
  return (
    <li className="opening">
      <span className="opening-name">{shownName}</span>
      <button
        type="button"
        className="link-button"
        aria-label={`Cancel opening ${shownName}`}
        onClick={() => void attempt(app, app.host.request('cancelOpening', { opening }))}
      >
        Cancel
      </button>
      <div
        className="opening-steps"
        role="progressbar"
        aria-label={`Opening ${shownName}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={progressWords(progress)}
      >
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps are always the same four.
          <span key={index}>
            <i style={{ transform: `scaleX(${step})` }} />
          </span>
        ))}
      </div>
      <span className="opening-words">{progressWords(progress)}</span>
    </li>
  );
}
