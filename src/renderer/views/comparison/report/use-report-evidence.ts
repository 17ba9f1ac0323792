import { useCallback } from 'react';
import { useStore } from 'zustand';
import type { View } from '../../../../bridge/engine-api.ts';
import {
  askEvidence,
  type EvidenceAnswers,
} from '../../../../words/report/evidence/evidence-answers.ts';
import { sidesOf } from '../../../state/evidence.ts';
import { useApp } from '../../../state/use-app.ts';
import { useLatest } from '../../../state/use-latest.ts';

/** What the engine tells of the texts of both runs for the report of a view; null until it tells of this view. */
export function useReportEvidence(view: View): EvidenceAnswers | null {
  const { ask, evidence } = useApp();
  const texts = useStore(evidence, (state) => state.texts);
  const work = useCallback(
    async () => ({ view, answers: await askEvidence(ask, texts, sidesOf(texts), view) }),
    [ask, texts, view],
  );
  const { value } = useLatest(work);
  return value?.view === view ? value.answers : null;
}
