import type { View } from '../../../../bridge/engine-api.ts';
import type { SiteName, SiteRow, Sites } from '../../../../bridge/sites-api.ts';
import type { ValueType } from '../../../../core/profile/profile.ts';
import { visibleText } from '../../../../core/text/visible-text.ts';
import { formatChange } from '../../../../core/units/change.ts';
import { formatQuantity } from '../../../../core/units/quantity.ts';
import {
  missingWords,
  placeWords,
  quoteText,
  siteFunction,
  waysWords,
} from '../../../../words/evidence/site-words.ts';
import { attempt } from '../../../state/actions.ts';
import { showFacet } from '../../../state/evidence.ts';
import { showSource } from '../../../state/reading-source.ts';
import { selectFrame } from '../../../state/select-frame.ts';
import { useApp } from '../../../state/use-app.ts';
import { GoNameText } from '../../parts/go-name-text.tsx';
import { namesOfRow } from './names-of-row.ts';
import { costOf } from './site-costs.ts';
import { SiteNameSection } from './site-name-section.tsx';

/** All that is known of a line that allocates. */
export function SiteDetails({
  row,
  sites,
  view,
  types,
  sourcesRead,
}: {
  readonly row: SiteRow;
  readonly sites: Sites;
  readonly view: View;
  readonly types: { readonly objects: ValueType; readonly bytes: ValueType };
  readonly sourcesRead: number;
}) {
  const app = useApp();
  const site = row.after ?? row.before;
  if (site === null) return null;
  const { now, gone } = namesOfRow(row);
  const showInGraph = () => {
    showFacet(app.evidence, 'profile');
    void attempt(app, selectFrame(app, view, row.frame, 'details'));
  };
  const section = (name: SiteName, isGone: boolean) => {
    const pattern = sites.patterns.find(({ id }) => id === name.pattern);
    if (pattern === undefined) return null;
    const side = isGone ? sites.before : sites.after;
    const line = (isGone ? row.before : row.after)?.line ?? 0;
    const key = `${isGone} ${name.pattern}`;
    return (
      <SiteNameSection
        key={key}
        {...{ name, pattern, line, types, isGone }}
        scale={side?.scale ?? 1}
      />
    );
  };
  return (
    <section className="site-details" aria-label="Site">
      <h2>
        <GoNameText name={siteFunction(site)} />
      </h2>
      <p className="site-full-place" title={visibleText(site.file)}>
        {visibleText(site.file)}
        {site.line > 0 && `:${site.line}`}
        {site.owner === 'dependency' && ' · a module that the program uses'}
        {site.owner === 'library' && ' · Go’s own: no other code is on the stack'}
      </p>
      {site.text !== '' && (
        <code className="site-source">
          <span className="site-line">{site.line}</span>
          {quoteText(site.text)}
        </code>
      )}
      {row.before !== null && row.after !== null && <Moved row={row} />}
      <p className="site-actions">
        <button type="button" className="button" onClick={showInGraph} disabled={row.frame < 0}>
          Show in the profile
        </button>
        <button
          type="button"
          className="button"
          onClick={() => showSource(app, view, row.frame, site.line)}
          disabled={row.frame < 0}
        >
          Show source
        </button>
      </p>
      <Costs row={row} sites={sites} types={types} />
      <p className="site-ways">{waysWords(site)}</p>
      {now.map((name) => section(name, false))}
      {gone.map((name) => section(name, true))}
      {now.length + gone.length === 0 && (
        <section className="site-name">
          <h3>No pattern is borne out</h3>
          <p>What is known of this line fits none of the patterns well enough to name it.</p>
          {missingWords(sites.after, sourcesRead).map(({ says, command }) => (
            <p key={says}>
              {says} {command !== '' && <code>{command}</code>}
            </p>
          ))}
        </section>
      )}
    </section>
  );
}

function Moved({ row: { before, after } }: { readonly row: SiteRow }) {
  if (before === null || after === null || before.text === after.text) return null;
  return (
    <p className="site-moved">
      Before, at {placeWords(before)}
      {before.text !== '' && (
        <>
          : <code>{quoteText(before.text)}</code>
        </>
      )}
    </p>
  );
}

function Costs({
  row,
  sites,
  types,
}: {
  readonly row: SiteRow;
  readonly sites: Sites;
  readonly types: { readonly objects: ValueType; readonly bytes: ValueType };
}) {
  const isCompared = sites.before !== null;
  const rows = [
    { title: 'Objects', type: types.objects, cost: costOf(row, sites, ({ objects }) => objects) },
    { title: 'Bytes', type: types.bytes, cost: costOf(row, sites, ({ bytes }) => bytes) },
  ];
  return (
    <table className="site-costs">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Cost</span>
          </th>
          {isCompared && <th scope="col">before</th>}
          <th scope="col">{isCompared ? 'after' : 'allocated'}</th>
          {isCompared && <th scope="col">change</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ title, type, cost }) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            {isCompared && <td>{formatQuantity(cost.before, type)}</td>}
            <td>{formatQuantity(cost.after, type)}</td>
            {isCompared && <td>{formatChange(cost.before, cost.after)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
