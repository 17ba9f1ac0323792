import { useStore } from 'zustand';
import { stepSearch } from '../../state/searching.ts';
import { useApp, useShownProfile } from '../../state/use-app.ts';
import { Icon } from '../parts/icon.tsx';
import { searchWords } from './search-words.ts';

/** How much a search found, and the steps through it. */
export function SearchOutcome() {
  const app = useApp();
  const shown = useShownProfile();
  const { result, step, view: searched } = useStore(app.search);
  const view = shown?.view;
  const sampleType = shown?.profile.sampleTypes[shown.view.sampleType];
  const isCurrent = result !== null && searched === view && sampleType !== undefined;
  return (
    <span className="search-outcome">
      <output aria-live="polite">
        {isCurrent ? searchWords(result, step, sampleType, view) : ''}
      </output>
      {isCurrent && result.boxes.length > 0 && (
        <>
          <button
            type="button"
            className="icon-button small"
            aria-label="Previous match"
            title="Previous match (Shift+Enter in the search field)"
            onClick={() => stepSearch(app, -1)}
          >
            <Icon name="previous" />
          </button>
          <button
            type="button"
            className="icon-button small"
            aria-label="Next match"
            title="Next match (Enter in the search field)"
            onClick={() => stepSearch(app, 1)}
          >
            <Icon name="next" />
          </button>
        </>
      )}
    </span>
  );
}
