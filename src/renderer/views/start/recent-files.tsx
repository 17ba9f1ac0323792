import { useStore } from 'zustand';
import { visibleText } from '../../../core/text/visible-text.ts';
import { formatDay } from '../../../words/format-time.ts';
import { attempt } from '../../state/actions.ts';
import { useApp } from '../../state/use-app.ts';
import { Icon } from '../parts/icon.tsx';

/** The files that were opened lately. */
export function RecentFiles() {
  const app = useApp();
  const recentFiles = useStore(app.profiles, (state) => state.recentFiles);
  if (recentFiles.length === 0) return null;
  const now = Date.now();
  return (
    <section className="recent" aria-labelledby="recent-title">
      <div className="recent-head">
        <h2 id="recent-title">Opened lately</h2>
        <button
          type="button"
          className="link-button"
          onClick={() => void attempt(app, app.host.request('clearRecent', undefined))}
        >
          Clear
        </button>
      </div>
      <ul className="recent-list">
        {recentFiles.map(({ id, name, folder, openedMillis }) => (
          <li key={id}>
            <button
              type="button"
              className="recent-file"
              onClick={() => void attempt(app, app.host.request('openRecent', { id }))}
            >
              <Icon name="file" />
              <span className="recent-name">{visibleText(name)}</span>
              <span className="recent-folder">{visibleText(folder)}</span>
              <span className="recent-day">{formatDay(openedMillis, now)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
