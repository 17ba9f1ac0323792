import type { FrameTexts } from '../../../words/frame-texts.ts';
import { packagedName } from '../../../words/packaged-name.ts';
import { attempt } from '../../state/actions.ts';
import { useApp } from '../../state/use-app.ts';
import { copyText } from '../parts/copy-text.ts';
import { Icon } from '../parts/icon.tsx';
import { PathText } from '../parts/path-text.tsx';

/** The selected function's name, and where it is. */
export function FrameHead({
  frames,
  frame,
  note = '',
  onFocus,
  onSource,
}: {
  readonly frames: FrameTexts;
  readonly frame: number;
  /** A sentence about the name; fit to be shown. */
  readonly note?: string;
  /** Narrows the view to the stacks through the function; null where it is narrowed to them already. */
  readonly onFocus: (() => void) | null;
  /** Shows its source; null where that is shown already. */
  readonly onSource: (() => void) | null;
}) {
  const app = useApp();
  const name = frames.name(frame);
  const place = frames.place(frame);
  const packagePath = frames.package(frame);
  const module = frames.module(frame);
  return (
    <header className="frame-head">
      <div className="frame-name">
        <h2 title={name}>{packagedName(name)}</h2>
        <button
          type="button"
          className="icon-button small"
          aria-label="Copy the full name"
          title="Copy the full name"
          onClick={() => void attempt(app, copyText(name))}
        >
          <Icon name="copy" size={14} />
        </button>
      </div>
      {note !== '' && <p className="frame-note">{note}</p>}
      <dl className="frame-facts">
        {packagePath !== '' && (
          <div>
            <dt>package</dt>
            <dd>
              <span>
                <PathText path={packagePath} />
              </span>
            </dd>
          </div>
        )}
        {place !== '' && (
          <div>
            <dt>file</dt>
            <dd>
              <span>
                <PathText path={place} />
              </span>
              <button
                type="button"
                className="icon-button small"
                aria-label="Copy file and line"
                title="Copy file and line"
                onClick={() => void attempt(app, copyText(place))}
              >
                <Icon name="copy" size={13} />
              </button>
            </dd>
          </div>
        )}
        {module !== '' && (
          <div>
            <dt>binary</dt>
            <dd>{module}</dd>
          </div>
        )}
      </dl>
      <div className="frame-actions">
        {onSource !== null && (
          <button type="button" className="button" onClick={onSource} title="Show its source (S)">
            Show source
          </button>
        )}
        {onFocus !== null && (
          <button type="button" className="button frame-focus" onClick={onFocus}>
            Show only stacks through it
          </button>
        )}
      </div>
    </header>
  );
}
