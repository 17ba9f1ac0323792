import { useStore } from 'zustand';
import { stepSearch } from '../../state/searching.ts';
import { useApp, useShownComparison, useShownProfile } from '../../state/use-app.ts';
import { Icon } from '../parts/icon.tsx';
import { comparedSearchWords, searchWords } from './search-words.ts';

/** How much a search found, and the steps through it. */
export function SearchOutcome() {
  const app = useApp();
  const shown = useShownProfile();
  const comparison = useShownComparison();
  const { result, step, view: searched } = useStore(app.search);
  const view = comparison?.view ?? shown?.view;
  const sampleType = shown?.profile.sampleTypes[shown.view.sampleType];
  const found = searched === view ? result : null;
  const words = () => {
    if (found === null || view === undefined) return '';
    if (comparison !== null) return comparedSearchWords(found, step);
    return sampleType === undefined ? '' : searchWords(found, step, sampleType, view);
  };
  return (
    <span className="search-outcome">
      <output aria-live="polite" title={words()}>
        {words()}
      </output>
      {found !== null && found.boxes.length > 0 && (
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
