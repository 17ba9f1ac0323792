import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { View } from '../../../bridge/engine-api.ts';
import { type Quantity, shownInFull } from '../../../core/text/comparison/quantity-words.ts';
import type { FrameTexts } from '../../../words/frame-texts.ts';
import { packagedName } from '../../../words/packaged-name.ts';
import { listingColumns } from '../../../words/source/listing-columns.ts';
import { attempt } from '../../state/actions.ts';
import { openInEditor } from '../../state/reading-source.ts';
import { useApp } from '../../state/use-app.ts';
import { Segmented } from '../parts/segmented.tsx';
import { useMedia } from '../parts/use-media.ts';
import { type Listed, Listing, type ListingHandle } from './listing.tsx';
import { SideStrip } from './side-strip.tsx';
import './source.css';
import { rowsOf, weighRows } from './source-rows.ts';
import type { ListedProfile, SourceSide } from './source-side.ts';
import { type Source, useSource } from './use-source.ts';

interface PaneProps {
  readonly view: View;
  readonly frames: FrameTexts;
  readonly quantity: Quantity;
  /** The profile alone, or the one before and the one after; the same array as long as they are. */
  readonly profiles: readonly ListedProfile[];
  /** The selected function; null for none. */
  readonly frame: number | null;
}

/** The source of the selected function, with what its lines cost. */
export function SourcePane({ frame, ...props }: PaneProps) {
  const { value: source, isStale } = useSource(props.view, props.profiles, frame);
  return (
    <section className="source-pane" aria-label="Source" data-stale={isStale || undefined}>
      {source === null ? (
        <p className="source-none">
          {frame === null
            ? 'Select a function to see its source: a caller or callee at the side, a match of a search, or a box or row of the graph and the table.'
            : ''}
        </p>
      ) : (
        <Shown {...props} source={source} />
      )}
    </section>
  );
}

const OF = [
  ['function', 'Function'],
  ['file', 'File'],
] as const;

const VALUES = [
  ['flat', 'flat'],
  ['cum', 'cum'],
] as const;

function Shown({
  frames,
  quantity,
  source,
}: Omit<PaneProps, 'frame'> & { readonly source: Source }) {
  const app = useApp();
  const { of, value, wanted } = useStore(app.source);
  const isWide = useMedia('(width >= 1700px)');
  const listing = useRef<ListingHandle>(null);
  const { sides, frame, notes } = source;
  const texts = useMemo(() => sides.map(({ text }) => text), [sides]);
  const shown = texts.flatMap((text, side) => (text === null ? [] : [side]));
  const isPair = shown.length > 1;
  const isNarrow = isPair && !isWide;
  const listed = useMemo<Listed>(() => {
    const rows = rowsOf(sides, of);
    const there = texts.flatMap((text, side) => (text === null ? [] : [side]));
    const values = isNarrow ? [value] : VALUES.map(([name]) => name);
    return {
      rows,
      weights: weighRows(rows),
      texts,
      notes,
      columns: listingColumns(rows, there, quantity, values),
    };
  }, [sides, texts, notes, of, value, isNarrow, quantity]);
  const open = (row: number) => {
    const side = shown.findLast((one) => (listed.rows.line[one]?.[row] ?? -1) > 0);
    const sought = side === undefined ? null : sides[side]?.sought;
    const line = side === undefined ? 1 : (listed.rows.line[side]?.[row] ?? 1);
    if (sought) void attempt(app, openInEditor(app, sought, line));
  };
  const name = frames.name(frame);
  const isFile = sides.every(({ place }) => place === null || place.functionName === '');
  return (
    <>
      <header className="source-head">
        <h2 title={name}>{packagedName(name)}</h2>
        <SideSums sides={sides} quantity={quantity} />
        <div className="source-tools">
          {isNarrow && (
            <Segmented
              legend="Values of both sides"
              choices={VALUES}
              value={value}
              onChange={(chosen) => app.source.setState({ value: chosen })}
            />
          )}
          {!isFile && shown.length > 0 && (
            <Segmented
              legend="Values of"
              choices={OF}
              value={of}
              onChange={(chosen) => app.source.setState({ of: chosen })}
            />
          )}
          {shown.length > 0 && (
            <button
              type="button"
              className="button source-heaviest"
              disabled={listed.weights.most === 0}
              title="Go to the heaviest line, and again to the next (H)"
              onClick={() => listing.current?.goToHeaviest()}
            >
              Heaviest line
            </button>
          )}
        </div>
      </header>
      <div className="source-sides" data-empty={shown.length === 0 || undefined}>
        {sides.map((side) => (
          <SideStrip key={side.role} side={side} quantity={quantity} isAlone={sides.length === 1} />
        ))}
      </div>
      {shown.length > 0 && (
        <Listing
          // Another function begins elsewhere.
          key={`${frame} ${of} ${shown} ${wanted?.frame} ${wanted?.line}`}
          ref={listing}
          listed={listed}
          startAt={startOf(listed, sides, wanted?.frame === frame ? wanted.line : 0)}
          onOpen={open}
        />
      )}
    </>
  );
}

/** The row of the line that is wanted; else the heaviest, or where the function begins. */
function startOf(
  { rows: { line }, weights: { heaviest } }: Listed,
  sides: readonly SourceSide[],
  wanted: number,
): number {
  const last = line.at(-1) ?? new Int32Array();
  const begins = sides.at(-1)?.text?.range?.first ?? 0;
  const rows = [last.indexOf(wanted), heaviest[0] ?? -1, last.indexOf(begins)];
  return rows.find((row) => row >= 0) ?? 0;
}

/** What the function costs as a whole, on each side. */
function SideSums({
  sides,
  quantity,
}: {
  readonly sides: readonly SourceSide[];
  readonly quantity: Quantity;
}) {
  const [first, second] = sides.map(({ listing: { flat, cum, scale } }) => ({
    flat: flat * scale,
    cum: cum * scale,
  }));
  const words = (value: 'flat' | 'cum') => {
    const last = shownInFull((second ?? first)?.[value] ?? 0, quantity);
    return second === undefined ? last : `${shownInFull(first?.[value] ?? 0, quantity)} → ${last}`;
  };
  return (
    <p className="source-sums">
      flat {words('flat')}, cum {words('cum')}
    </p>
  );
}
