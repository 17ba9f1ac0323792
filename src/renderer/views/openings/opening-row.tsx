import { visibleText } from '../../../core/text/visible-text.ts';
import { attempt } from '../../state/actions.ts';
import type { Opening } from '../../state/profiles.ts';
import { useApp } from '../../state/use-app.ts';
import { ProgressRow } from './progress-row.tsx';
import { progressSteps, progressWords } from './progress-words.ts';

/** How far the opening of a file is. */
export function OpeningRow({
  opening: { opening, name, progress },
}: {
  readonly opening: Opening;
}) {
  const app = useApp();
  const steps = progressSteps(progress);
  const share = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  return (
    <ProgressRow
      doing="opening"
      what={visibleText(name)}
      steps={steps}
      percent={Math.round(share * 100)}
      state={progressWords(progress)}
      onCancel={() => void attempt(app, app.host.request('cancelOpening', { opening }))}
    />
  );
}
