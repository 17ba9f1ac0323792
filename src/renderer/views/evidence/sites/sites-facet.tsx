import { useCallback } from 'react';
import { useStore } from 'zustand';
import type { View } from '../../../../bridge/engine-api.ts';
import type { SiteRow } from '../../../../bridge/sites-api.ts';
import type { SourceRole } from '../../../../bridge/source-api.ts';
import { missingWords, summaryWords } from '../../../../words/evidence/site-words.ts';
import { attempt } from '../../../state/actions.ts';
import type { ReadSites } from '../../../state/reading-sites.ts';
import { chooseFolder } from '../../../state/reading-source.ts';
import { type SiteChoice, siteKey } from '../../../state/sites.ts';
import { useApp } from '../../../state/use-app.ts';
import { Segmented } from '../../parts/segmented.tsx';
import type { FacetProps } from '../facet-props.ts';
import { costOf } from './site-costs.ts';
import { SiteDetails } from './site-details.tsx';
import { SiteItem } from './site-item.tsx';
import './sites.css';
import { usePerWords } from './use-per-words.ts';
import { useSampleTypes } from './use-sample-types.ts';
import { useSites } from './use-sites.ts';

/** The lines that allocate: which patterns the evidence bears out, what they cost, what usually helps. */
export function SitesFacet({ sides, view }: FacetProps) {
  const { value, isStale } = useSites(view, sides);
  if (value === null || view === null) return <main className="workspace-wait" />;
  if ('none' in value) {
    return (
      <main className="workspace-wait">
        This is not about allocations. Choose objects or bytes of a heap or allocs profile.
      </main>
    );
  }
  return <SitesOf read={value} isStale={isStale} />;
}

const OF_ONE = [
  ['all', 'All code'],
  ['own', 'Your code'],
  ['named', 'Named'],
] as const;

const OF_BOTH = [...OF_ONE, ['new', 'New'], ['gone', 'Gone']] as const;

function SitesOf({ read, isStale }: { readonly read: ReadSites; readonly isStale: boolean }) {
  const { view, sites, sourcesRead } = read;
  const store = useApp().sites;
  const { choice: wanted, chosen } = useStore(store);
  const choose = useCallback((row: SiteRow) => store.setState({ chosen: siteKey(row) }), [store]);
  const sampleTypes = useSampleTypes(view);
  const per = usePerWords(view);
  const isCompared = sites.before !== null;
  const choice = !isCompared && (wanted === 'new' || wanted === 'gone') ? 'all' : wanted;
  const shown = sites.rows.filter((row) => isMeant(row, choice));
  const row = shown.find((each) => siteKey(each) === chosen) ?? shown[0] ?? null;
  const sampleType = sampleTypes[view.sampleType];
  const objects = sampleTypes[sites.after.objectType];
  const bytes = sampleTypes[sites.after.byteType];
  if (sampleType === undefined || objects === undefined || bytes === undefined) return null;
  const largest = sites.rows.reduce((most, each) => {
    const { before, after } = costOf(each, sites, ({ value }) => value);
    return Math.max(most, Math.abs(before), Math.abs(after));
  }, 0);
  const total = sampleType === bytes ? sites.after.bytes : sites.after.objects;
  return (
    <main className="sites" data-stale={isStale || undefined}>
      <section className="sites-list" aria-label="Allocation sites">
        <header className="sites-head">
          <p role="status">
            {summaryWords(sites)}
            {per !== '' && ` Values are ${per}.`}
          </p>
          <Missing read={read} />
          <Segmented
            legend="Which lines"
            choices={isCompared ? OF_BOTH : OF_ONE}
            value={choice}
            onChange={(next) => store.setState({ choice: next })}
          />
        </header>
        {shown.length === 0 && <p className="sites-none">There are no such lines.</p>}
        <ol className="sites-rows">
          {shown.map((each) => (
            <li key={siteKey(each)}>
              <SiteItem
                row={each}
                sites={sites}
                sampleType={sampleType}
                total={isCompared ? largest : total}
                isChosen={each === row}
                onChoose={choose}
              />
            </li>
          ))}
        </ol>
      </section>
      {row !== null && (
        <SiteDetails
          key={siteKey(row)}
          row={row}
          sites={sites}
          view={view}
          types={{ objects, bytes }}
          sourcesRead={sourcesRead.after}
        />
      )}
    </main>
  );
}

/** What would let more be named, and the way to give it. */
function Missing({ read: { view, sites, sourcesRead } }: { readonly read: ReadSites }) {
  const isCompared = sites.before !== null;
  const isBeforeMissing = isCompared && sourcesRead.before === 0;
  const isAfterMissing = sourcesRead.after === 0;
  return (
    <>
      {missingWords(sites.after, sourcesRead.after).map(({ says, command }) => (
        <p key={says} className="sites-missing">
          {says}
          {command !== '' && <code>{command}</code>}
        </p>
      ))}
      {(isAfterMissing || isBeforeMissing) && (
        <p className="sites-folders">
          {isBeforeMissing && <FolderButton view={view} of="before" />}
          {isAfterMissing && <FolderButton view={view} of={isCompared ? 'after' : 'alone'} />}
        </p>
      )}
    </>
  );
}

function FolderButton({ view, of }: { readonly view: View; readonly of: SourceRole }) {
  const app = useApp();
  const profile = of === 'before' ? view.base?.profile : view.profile;
  const words = { alone: '', before: ' before', after: ' after' }[of];
  return (
    <button
      type="button"
      className="button"
      onClick={() => {
        if (profile === undefined) return;
        void attempt(app, chooseFolder(app, { profile, role: of }, null));
      }}
    >
      Choose the folder of the sources{words} …
    </button>
  );
}

function isMeant({ before, after }: SiteRow, choice: SiteChoice): boolean {
  switch (choice) {
    case 'all':
      return true;
    case 'own':
      return (after ?? before)?.owner === 'own';
    case 'named':
      return (after?.names.length ?? 0) + (before?.names.length ?? 0) > 0;
    case 'new':
      return before === null;
    case 'gone':
      return after === null;
  }
}
