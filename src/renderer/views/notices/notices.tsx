import { useStore } from 'zustand';
import { visibleText } from '../../../core/text/visible-text.ts';
import { dismiss } from '../../state/notices.ts';
import { useApp } from '../../state/use-app.ts';
import { Icon } from '../parts/icon.tsx';
import './notices.css';

/** Sentences about what went wrong or is worth knowing, until they are dismissed. */
export function Notices() {
  const { notices: store } = useApp();
  const notices = useStore(store);
  return (
    <section className="notices" aria-label="Notices" aria-live="polite">
      {notices.map(({ id, kind, message, action }) => (
        <div key={id} className="notice popup" data-kind={kind} role="alert">
          <Icon name={kind === 'error' ? 'warning' : 'about'} />
          <p>
            {visibleText(message)}
            {action !== null && (
              <button type="button" className="link-button" onClick={action.act}>
                {action.words}
              </button>
            )}
          </p>
          <button
            type="button"
            className="icon-button small"
            aria-label="Dismiss this notice"
            onClick={() => dismiss(store, id)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </section>
  );
}
