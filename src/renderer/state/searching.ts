import type { View } from '../../bridge/engine-api.ts';
import type { PatternSource } from '../../core/text/pattern.ts';
import type { App } from './app.ts';
import { Latest, OVERTAKEN } from './latest.ts';
import { notify, sentenceOf } from './notices.ts';
import { askedPattern, nextStep } from './search.ts';
import { shownView } from './shown.ts';
import { select } from './views.ts';

/** Has the engine search whenever the pattern, or the view it applies to, is another. */
export function keepSearching(app: App): void {
  const latest = new Latest();
  let asked: { view: View; pattern: PatternSource; life: number } | null = null;

  const update = () => {
    const { engineLife: life } = app.profiles.getState();
    const view = shownView(app);
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
          if (result === OVERTAKEN) return;
          const { stepsAhead } = app.search.getState();
          app.search.setState({ result, view, found: pattern, step: -1, stepsAhead: 0 });
          const direction = stepsAhead < 0 ? -1 : 1;
          for (let left = Math.abs(stepsAhead); left > 0; left--) stepSearch(app, direction);
        },
        (thrown: unknown) => {
          app.search.setState({ stepsAhead: 0 });
          notify(app.notices, 'error', sentenceOf(thrown));
        },
      );
  };
  app.profiles.subscribe(update);
  app.views.subscribe(update);
  app.search.subscribe(update);
}

/**
 * Selects the next or previous box that matches the pattern as it is typed: where its result is not
 * there yet, as soon as it comes.
 */
export function stepSearch(app: App, direction: 1 | -1): void {
  const { search, views } = app;
  const { pattern, found, result, view, step, stepsAhead } = search.getState();
  const shown = shownView(app);
  if (askedPattern(search.getState()) === null || shown === null) return;
  if (result === null || found !== pattern || view !== shown) {
    search.setState({ stepsAhead: stepsAhead + direction });
    return;
  }
  const next = nextStep(step, direction, result.boxes.length);
  const place = result.boxes[next];
  if (place === undefined) return;
  search.setState({ step: next });
  const { frame, node } = place;
  select(views, view, { frame, node, place, origin: 'search' });
}
