import { useMemo } from 'react';
import type { EngineResult, View } from '../../bridge/engine-api.ts';
import type { App } from './app.ts';
import { useApp } from './use-app.ts';
import { useLatest } from './use-latest.ts';

/** Questions about a view as a whole, which several parts of the page ask. */
type ViewMethod = 'confidence' | 'hazards' | 'precision' | 'report';

/** The answer to a question, and the view that it is about: still the one before while a new one is awaited. */
export interface ViewAnswer<M extends ViewMethod> {
  readonly view: View;
  readonly answer: EngineResult<M>;
}

/**
 * The engine's answer about a view, asked for once however many parts of the page want it; null at first, and where
 * there is no view.
 */
export function useViewAnswer<M extends ViewMethod>(
  method: M,
  view: View | null,
): ViewAnswer<M> | null {
  const app = useApp();
  const work = useMemo(
    () => view && (async () => ({ view, answer: await askOnce(app, method, view) })),
    [app, method, view],
  );
  return useLatest(work).value;
}

type Asked = { readonly [M in ViewMethod]: WeakMap<View, Promise<EngineResult<M>>> };

const asked: Asked = {
  confidence: new WeakMap(),
  hazards: new WeakMap(),
  precision: new WeakMap(),
  report: new WeakMap(),
};

function askOnce<M extends ViewMethod>(app: App, method: M, view: View): Promise<EngineResult<M>> {
  const answers: Asked[M] = asked[method];
  const known = answers.get(view);
  if (known !== undefined) return known;
  const answer = app.ask(method, { view });
  answers.set(view, answer);
  answer.catch(() => answers.delete(view));
  return answer;
}
