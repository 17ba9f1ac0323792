import { memo, type RefObject, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Hazard } from '../../../bridge/comparison-api.ts';
import { prepareAgain } from '../../state/preparing.ts';
import { shownSubject } from '../../state/profiles.ts';
import {
  type ComparedView,
  type ShownComparison,
  useApp,
  useShownComparison,
} from '../../state/use-app.ts';
import { type Framed, useFramed } from '../../state/use-framed.ts';
import { useHazards } from '../../state/use-hazards.ts';
import type { FlameGraphHandle } from '../flame/flame-types.ts';
import { useKeptSelection } from '../workspace/use-kept-selection.ts';
import '../workspace/workspace.css';
import { ComparisonPanes } from './comparison-panes.tsx';
import { cautionsOf } from './guard/cautions.ts';
import { GuardBar } from './guard/guard-bar.tsx';
import { SameTotalBanner } from './guard/same-total-banner.tsx';
import { useRemedies } from './guard/use-remedies.ts';
import { MatchingDialog } from './matching/matching-dialog.tsx';
import { ComparisonMeasures } from './measures/comparison-measures.tsx';
import { NothingInCommon } from './nothing-in-common.tsx';
import { ReportView } from './report/report-view.tsx';
import { ComparisonStatus } from './status/comparison-status.tsx';
import { ComparisonToolbar } from './toolbar/comparison-toolbar.tsx';
import { useUncommon } from './use-uncommon.ts';

/** Two profiles that are compared. */
export function ComparisonScreen() {
  const shown = useShownComparison();
  const uncommon = useUncommon();
  if (shown !== null) {
    return <Compared key={`${shown.before.id}>${shown.after.id}`} shown={shown} />;
  }
  if (uncommon !== null) return <NothingInCommon {...uncommon} />;
  return <Preparing />;
}

/** The engine joins both profiles; or it could not. */
function Preparing() {
  const app = useApp();
  const subject = useStore(app.profiles, shownSubject);
  const failure = useStore(app.failures, (all) => (subject === null ? undefined : all[subject]));
  if (subject === null || failure === undefined) {
    return <main className="workspace-wait">Comparing the profiles…</main>;
  }
  return (
    <main className="workspace-wait" role="alert">
      <div className="workspace-failure">
        <h1>These two profiles could not be compared</h1>
        <p>{failure.sentence}</p>
        <button type="button" className="button primary" onClick={() => prepareAgain(app, subject)}>
          Try again
        </button>
      </div>
    </main>
  );
}

function Compared({ shown }: { readonly shown: ShownComparison }) {
  const { before, after, comparison, view } = shown;
  const compared = useMemo(
    () => ({ before, after, comparison, view }),
    [before, after, comparison, view],
  );
  const framed = useFramed(view);
  const flame = useRef<FlameGraphHandle>(null);
  useKeptSelection(shown, framed);
  const hazards = useHazards(view);
  return (
    <>
      <ComparisonHead shown={compared} hazards={hazards} />
      {framed === null ? (
        <main className="workspace-wait">Joining the functions of both sides…</main>
      ) : (
        <>
          <Display shown={shown} framed={framed} flame={flame} />
          <ComparisonStatus shown={shown} framed={framed} flame={flame} hazards={hazards} />
        </>
      )}
      <MatchingDialog shown={compared} framed={framed} />
    </>
  );
}

/**
 * What stands above the graphs. It says nothing of the selection, and is not drawn again for another one,
 * which comes in the frame in which a zoom begins.
 */
const ComparisonHead = memo(function ComparisonHead({
  shown,
  hazards,
}: {
  readonly shown: ComparedView;
  readonly hazards: readonly Hazard[] | null;
}) {
  const [isFairnessOpen, setFairnessOpen] = useState(false);
  const actions = useRemedies(shown, () => setFairnessOpen(true));
  return (
    <>
      <ComparisonMeasures shown={shown} hazards={hazards} />
      <GuardBar cautions={hazards && cautionsOf(hazards, shown)} actions={actions} />
      <SameTotalBanner shown={shown} />
      <ComparisonToolbar
        shown={shown}
        isFairnessOpen={isFairnessOpen}
        onFairnessOpenChange={setFairnessOpen}
      />
    </>
  );
});

function Display({
  flame,
  ...props
}: {
  readonly shown: ShownComparison;
  readonly framed: Framed;
  readonly flame: RefObject<FlameGraphHandle | null>;
}) {
  const { screen, source } = useApp();
  const display = useStore(screen, ({ comparison }) => comparison.display);
  const isSource = useStore(source, (state) => state.isShown);
  return display === 'report' && !isSource ? (
    <ReportView {...props} />
  ) : (
    <ComparisonPanes {...props} flame={flame} />
  );
}
