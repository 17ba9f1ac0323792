import type { View } from '../../bridge/engine-api.ts';
import type { BoxPlace } from '../../bridge/tree-api.ts';
import type { App } from './app.ts';
import { Latest, OVERTAKEN } from './latest.ts';
import { notify, sentenceOf } from './notices.ts';
import { subjectOf } from './subject.ts';
import { type Selection, select } from './views.ts';

/** A key held down in the table selects faster than the engine can find boxes. */
const boxes = new Latest();

/**
 * Selects a function, and then the widest of its boxes when the engine has found it. Resolves with
 * what is selected in the end; null if something else was selected meanwhile.
 */
export async function selectFrame(
  app: App,
  view: View,
  frame: number,
  origin: Selection['origin'],
): Promise<Selection | null> {
  const plain: Selection = { frame, node: null, place: null, origin };
  select(app.views, view, plain);
  try {
    const place = await boxes.run(() => app.ask('widest', { view, frame }));
    if (place === OVERTAKEN || app.views.getState()[subjectOf(view)]?.selection !== plain)
      return null;
    const placed = { ...plain, place, node: place?.node ?? null };
    select(app.views, view, placed);
    return placed;
  } catch (thrown) {
    notify(app.notices, 'error', sentenceOf(thrown));
    return null;
  }
}

/**
 * Finds the box of a selection that stayed when the view changed: the one at the end of the same path,
 * or else the widest of the function.
 */
export async function selectAgain(app: App, view: View, selection: Selection): Promise<void> {
  const { frame, was } = selection;
  try {
    const place = was === undefined ? null : await findAgain(app, view, was);
    if (app.views.getState()[subjectOf(view)]?.selection !== selection) return;
    if (place === null) await selectFrame(app, view, frame, 'details');
    else select(app.views, view, { frame, node: place.node, place, origin: 'view' });
  } catch (thrown) {
    notify(app.notices, 'error', sentenceOf(thrown));
  }
}

async function findAgain(
  app: App,
  view: View,
  was: { readonly view: View; readonly node: number },
): Promise<BoxPlace | null> {
  const path = await app.ask('path', was);
  return await app.ask('locate', { view, path });
}
