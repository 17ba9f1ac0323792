import { memo, useCallback } from 'react';
import type { View } from '../../../../bridge/engine-api.ts';
import type { FrameDetails } from '../../../../bridge/frames-api.ts';
import type { BothSides } from '../../../../core/text/comparison/change-sentence.ts';
import type { Verdict } from '../../../../core/text/comparison/evidence.ts';
import { joinSentence } from '../../../../core/text/join-words.ts';
import { shownScales } from '../../../../words/fairness.ts';
import type { FrameTexts } from '../../../../words/frame-texts.ts';
import type { Comparison } from '../../../state/comparisons.ts';
import { selectFrame } from '../../../state/select-frame.ts';
import { type ShownComparison, useApp } from '../../../state/use-app.ts';
import type { Framed } from '../../../state/use-framed.ts';
import { useLatest } from '../../../state/use-latest.ts';
import '../../details/details.css';
import { shownQuantity } from '../../../../words/shown-quantity.ts';
import type { ViewEvidence } from '../../../../words/view-evidence.ts';
import { FrameHead } from '../../details/frame-head.tsx';
import { FrameSites } from '../../details/frame-sites.tsx';
import { useFocusOn } from '../../details/use-focus-on.ts';
import { useFrameLater } from '../../details/use-frame-later.ts';
import { useShowSource } from '../../details/use-show-source.ts';
import { evidenceOf, useEvidence } from '../evidence/use-evidence.ts';
import { CertaintyBox } from './certainty-box.tsx';
import { ComparedNeighbours } from './compared-neighbours.tsx';
import { comparedValues } from './compared-values.ts';
import { ComparedValuesTable } from './compared-values-table.tsx';
import './comparison-details.css';
import { joinedShares } from './joined-shares.ts';
import { PairFacts } from './pair-facts.tsx';

/** What is known of a function on both sides, in a view. */
interface Known {
  readonly view: View;
  readonly frames: FrameTexts;
  readonly details: FrameDetails;
}

/** The selected function on both sides; facts of both profiles while none is selected. */
export function ComparisonDetails({
  shown: { before, after, comparison, selection },
  framed: { view, frames },
}: {
  readonly shown: ShownComparison;
  readonly framed: Framed;
}) {
  const app = useApp();
  const frame = selection?.frame ?? null;
  const work = useCallback(
    async () => ({ view, frames, details: await app.ask('details', { view, frame: frame ?? 0 }) }),
    [app, view, frames, frame],
  );
  const { value, isStale } = useLatest<Known>(frame === null ? null : work);
  const evidence = useEvidence(view);
  // One part to a frame of the screen, as in the details of one profile.
  const neighboursOf = useFrameLater(value);
  return (
    <section
      className="details comparison-details"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled with the keyboard too.
      tabIndex={0}
      aria-label="Details"
      data-stale={isStale || undefined}
    >
      {value === null ? (
        <PairFacts before={before} after={after} view={view} />
      ) : (
        <>
          <Values known={value} comparison={comparison} evidence={evidence} />
          {neighboursOf !== null && (
            <FrameSites
              view={neighboursOf.view}
              frames={neighboursOf.frames}
              frame={neighboursOf.details.frame}
            />
          )}
          {neighboursOf !== null && <Neighbours known={neighboursOf} comparison={comparison} />}
        </>
      )}
    </section>
  );
}

interface PartProps {
  readonly known: Known;
  readonly comparison: Comparison;
}

const Values = memo(function Values({
  known: { view, frames, details },
  comparison,
  evidence,
}: PartProps & { readonly evidence: ViewEvidence | null }) {
  const { frame } = details;
  const onFocus = useFocusOn(view, frames, frame);
  const onSource = useShowSource(view, frame);
  const values = comparedValues(details, comparison, view);
  const known = evidenceOf(evidence, view);
  const verdictOf = (value: 'flat' | 'cum'): Verdict =>
    known?.frames?.verdict(frame, value) ?? 'unknown';
  const viewed = values.find(({ isViewed }) => isViewed);
  const joined = frames.columns.joined?.by[frame] ?? 0;
  return (
    <>
      <FrameHead
        frames={frames}
        frame={frame}
        note={joinSentence(joined, frames.nameBefore(frame))}
        onFocus={onFocus}
        onSource={onSource}
      />
      {viewed !== undefined && <ComparedValuesTable values={[viewed]} verdictOf={verdictOf} />}
      {viewed !== undefined && known?.frames && (
        <CertaintyBox
          {...aboutValue(viewed.flat, viewed.cum)}
          quantity={viewed.quantity}
          evidence={known.frames.of(frame, aboutValue(viewed.flat, viewed.cum).value)}
          level={known.frames.known.level}
        />
      )}
      {known !== null && known.frames === null && (
        <section className="certainty" aria-label="Confidence">
          <p>
            <strong>How far sampling noise reaches is not known.</strong> {known.reason}
          </p>
        </section>
      )}
      <ComparedValuesTable
        values={values.filter(({ isViewed }) => !isViewed)}
        verdictOf={() => 'unknown'}
      />
    </>
  );
});

/** What the confidence is about: flat, unless the function has none. */
function aboutValue(flat: BothSides, cum: BothSides) {
  const hasFlat = flat.before !== 0 || flat.after !== 0;
  return hasFlat ? { value: 'flat' as const, sides: flat } : { value: 'cum' as const, sides: cum };
}

const Neighbours = memo(function Neighbours({
  known: { view, frames, details },
  comparison,
}: PartProps) {
  const app = useApp();
  const quantity = shownQuantity(comparison, view);
  const viewed = comparedValues(details, comparison, view).find(({ isViewed }) => isViewed);
  const { base } = details;
  if (quantity === null || viewed === undefined || base === null) return null;
  const lists = [
    { side: 'callers', title: 'Callers', none: 'outermost' },
    { side: 'callees', title: 'Callees', none: 'itself' },
  ] as const;
  return lists.map(({ side, title, none }) => (
    <ComparedNeighbours
      key={side}
      title={title}
      none={none}
      shares={joinedShares(base[side], details[side], shownScales(view, quantity.sampleType))}
      frames={frames}
      whole={Math.max(Math.abs(viewed.cum.before), Math.abs(viewed.cum.after))}
      quantity={quantity}
      onSelect={(chosen) => void selectFrame(app, view, chosen, 'details')}
    />
  ));
});
