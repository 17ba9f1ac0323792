import type { View } from '../../bridge/engine-api.ts';
import type { PatternSource } from '../../core/text/pattern.ts';
import type { App } from './app.ts';
import { Latest, OVERTAKEN } from './latest.ts';
import { notify, sentenceOf } from './notices.ts';
import { askedPattern, nextStep } from './search.ts';
import { select } from './views.ts';

/** Has the engine search whenever the pattern, or the view it applies to, is another. */
export function keepSearching(app: App): void {
  const latest = new Latest();
  let asked: { view: View; pattern: PatternSource; life: number } | null = null;

  const update = () => {
    const { active, engineLife: life } = app.profiles.getState();
    const view = active === null ? null : (app.views.getState()[active]?.view ?? null);
    const pattern = askedPattern(app.search.getState());
    if (asked?.view === view && asked?.pattern === pattern && asked?.life === life) return;
    latest.drop();
    asked = null;
    if (view === null || pattern === null) return;
    asked = { view, pattern, life };
    latest
      .run(() => app.ask('search', { view, pattern }))
      .then(
        (result) => {
          if (result !== OVERTAKEN) app.search.setState({ result, view, step: -1 });
        },
        (thrown: unknown) => notify(app.notices, 'error', sentenceOf(thrown)),
      );
  };
  app.profiles.subscribe(update);
  app.views.subscribe(update);
  app.search.subscribe(update);
}

/** Selects the next or previous box that matches. */
export function stepSearch({ search, views }: App, direction: 1 | -1): void {
  const { result, view, step } = search.getState();
  if (result === null || view === null) return;
  const next = nextStep(step, direction, result.boxes.length);
  const place = result.boxes[next];
  if (place === undefined) return;
  search.setState({ step: next });
  const { frame, node } = place;
  select(views, view, { frame, node, place, origin: 'search' });
}
