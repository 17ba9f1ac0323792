import type { View } from '../../../bridge/engine-api.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { packagedName } from '../../../words/packaged-name.ts';
import { useApp } from '../../state/use-app.ts';
import { changeView } from '../../state/views.ts';
import { Icon } from '../parts/icon.tsx';

/** What a view is narrowed to, with the way back to everything; nothing where it is not. */
export function FocusChip({ view }: { readonly view: View }) {
  const app = useApp();
  const { focus } = view;
  if (focus === null) return null;
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
        onClick={() => changeView(app.views, view, { focus: null })}
      >
        <Icon name="close" size={14} />
      </button>
    </span>
  );
}
