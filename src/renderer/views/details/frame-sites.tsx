import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { View } from '../../../bridge/engine-api.ts';
import type { SiteRow, Sites } from '../../../bridge/sites-api.ts';
import { placeWords } from '../../../words/evidence/site-words.ts';
import type { FrameTexts } from '../../../words/frame-texts.ts';
import { showFacet, sidesOf } from '../../state/evidence.ts';
import { showSite } from '../../state/reading-sites.ts';
import { siteKey } from '../../state/sites.ts';
import { useApp } from '../../state/use-app.ts';
import { namesOfRow } from '../evidence/sites/names-of-row.ts';
import { PatternChip } from '../evidence/sites/pattern-chip.tsx';
import { useSites } from '../evidence/sites/use-sites.ts';
import './frame-sites.css';

/** How many lines of a function are told of; the others are among all sites. */
const MOST_LINES = 5;

/** In short why a function allocates: its lines that do, and the patterns that are borne out. */
export function FrameSites({
  view,
  frames,
  frame,
}: {
  readonly view: View;
  readonly frames: FrameTexts;
  readonly frame: number;
}) {
  const app = useApp();
  const texts = useStore(app.evidence, (state) => state.texts);
  const sides = useMemo(() => sidesOf(texts), [texts]);
  const { value } = useSites(view, sides);
  if (value === null || 'none' in value) return null;
  const { sites } = value;
  const name = frames.rawName(frame);
  const rows = sites.rows.filter((row) => row.frame === frame || functionOf(row) === name);
  if (rows.length === 0) return null;
  return (
    <section className="frame-sites" aria-label="Why it allocates">
      <h3>Why it allocates</h3>
      <ul>
        {rows.slice(0, MOST_LINES).map((row) => (
          <SiteLine key={siteKey(row)} row={row} sites={sites} />
        ))}
      </ul>
      <button
        type="button"
        className="link-button"
        onClick={() => {
          showSite(app, rows[0] ?? null);
          showFacet(app.evidence, 'sites');
        }}
      >
        All sites
      </button>
    </section>
  );
}

function SiteLine({ row, sites }: { readonly row: SiteRow; readonly sites: Sites }) {
  const app = useApp();
  const site = row.after ?? row.before;
  if (site === null) return null;
  const { now, gone } = namesOfRow(row);
  const nameOf = (id: string) => sites.patterns.find((pattern) => pattern.id === id)?.name ?? id;
  return (
    <li>
      <button
        type="button"
        className="link-button"
        onClick={() => {
          showSite(app, row);
          showFacet(app.evidence, 'sites');
        }}
      >
        {placeWords(site)}
      </button>
      <span className="frame-site-names">
        {now.map(({ pattern, certainty }) => (
          <PatternChip key={pattern} name={nameOf(pattern)} certainty={certainty} />
        ))}
        {gone.map(({ pattern, certainty }) => (
          <PatternChip key={pattern} name={nameOf(pattern)} certainty={certainty} isGone />
        ))}
        {now.length + gone.length === 0 && 'no pattern is borne out'}
      </span>
    </li>
  );
}

const functionOf = ({ before, after }: SiteRow) => (after ?? before)?.functionName;
