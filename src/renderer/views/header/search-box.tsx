import { useId } from 'react';
import { useStore } from 'zustand';
import { changePattern } from '../../state/search.ts';
import { stepSearch } from '../../state/searching.ts';
import { useApp } from '../../state/use-app.ts';
import { Icon } from '../parts/icon.tsx';
import { PatternSwitches } from '../parts/pattern-switches.tsx';

/** The id by which shortcuts find the search field. */
export const SEARCH_FIELD = 'search-field';

/** Searches the flame graph; Enter steps through what was found. */
export function SearchBox() {
  const app = useApp();
  const { pattern, error } = useStore(app.search);
  const errorId = useId();
  return (
    <search className="search-box">
      <div className="field" data-invalid={error !== null || undefined}>
        <Icon name="search" size={14} />
        <input
          id={SEARCH_FIELD}
          type="text"
          placeholder="Find a function"
          aria-label="Find a function in the flame graph"
          aria-invalid={error !== null}
          aria-describedby={error === null ? undefined : errorId}
          autoComplete="off"
          spellCheck={false}
          value={pattern.text}
          onChange={({ currentTarget }) => changePattern(app.search, { text: currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') stepSearch(app, event.shiftKey ? -1 : 1);
            else if (event.key === 'Escape') {
              changePattern(app.search, { text: '' });
              event.currentTarget.blur();
            } else return;
            event.preventDefault();
          }}
        />
        {pattern.text === '' && <kbd>/</kbd>}
        <PatternSwitches
          pattern={pattern}
          onChange={(change) => changePattern(app.search, change)}
        />
      </div>
      {error !== null && (
        <p id={errorId} className="search-error popup" role="alert">
          {error}
        </p>
      )}
    </search>
  );
}
