import type { FocusRule } from '../../../core/analysis/focus.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { packagedName } from '../../../words/packaged-name.ts';
import { Icon } from '../parts/icon.tsx';

/** What the view is narrowed to, with the way back to everything. */
export function FocusChip({
  focus,
  onRemove,
}: {
  readonly focus: FocusRule;
  readonly onRemove: () => void;
}) {
  const full = visibleText(focus.kind === 'frame' ? focus.name : focus.pattern.text);
  const short = focus.kind === 'frame' ? packagedName(full) : full;
  return (
    <span className="focus-chip" title={`Only stacks through ${full}`}>
      <span>
        only through <b>{short}</b>
      </span>
      <button
        type="button"
        className="icon-button small"
        aria-label="Show all stacks again"
        onClick={onRemove}
      >
        <Icon name="close" size={14} />
      </button>
    </span>
  );
}
