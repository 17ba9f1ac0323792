import type { Base } from '../../bridge/comparison-api.ts';
import type { View } from '../../bridge/engine-api.ts';
import {
  SCREEN_STATE_VERSION,
  type ScreenState,
  type ScreenSubject,
  type SelectedFunction,
} from '../../bridge/screen-state.ts';
import type { BoxPlace } from '../../bridge/tree-api.ts';
import type { ValueType } from '../../core/profile/profile.ts';
import { commonQuantities, quantityOf } from '../../words/fairness.ts';
import type { App } from './app.ts';
import { notify, sentenceOf } from './notices.ts';
import { shownSubject } from './profiles.ts';
import { keptSubject, type SubjectId, subjectOf } from './subject.ts';
import { tableOf } from './tables.ts';
import { type ProfileView, select } from './views.ts';

/*
 * What is looked at as one plain description, taken out of the stores and put back into them: for a page that
 * starts again, and for sides that are swapped.
 */

/** How a profile or a comparison is looked at; null where there is no view of it. */
export function screenStateOf(app: App, subject: SubjectId): ScreenState | null {
  const looked = app.views.getState()[subject];
  const sampleType = looked && quantityOfView(app, looked.view);
  if (!looked || !sampleType) return null;
  const { view } = looked;
  const { granularity, inlines, order, focus, base } = view;
  const { type, unit } = sampleType;
  const { display, comparison: look } = app.screen.getState();
  const zoom = app.zooms.getState()[subject];
  const divisors = app.comparisons.getState()[subject]?.divisors ?? null;
  return {
    version: SCREEN_STATE_VERSION,
    sampleType: { type, unit },
    granularity,
    inlines,
    order,
    focus,
    selected: selectedOf(app, looked),
    table: tableOf(app.tables, subject),
    display,
    zooms: zoom?.view === view ? zoom.viewports : {},
    comparison: base && { rules: base.rules, fairness: base.fairness, divisors, look },
  };
}

/**
 * Looks at a profile, or at a comparison of which the engine's summary is known, as it is described. False where
 * it has not the quantity that the description is of.
 */
export function showScreenState(app: App, subject: ScreenSubject, state: ScreenState): boolean {
  const id = keptSubject(subject);
  const view = viewOf(app, subject, state);
  if (view === null) return false;
  const { comparison, selected, table, zooms, display } = state;
  const known = app.comparisons.getState()[id];
  if (comparison !== null && known !== undefined) {
    const { divisors, fairness } = comparison;
    const per = fairness.kind === 'per' ? (divisors?.word ?? '') : null;
    app.comparisons.setState({ [id]: { ...known, divisors, per } });
  }
  app.zooms.setState({ [id]: { view, viewports: zooms } });
  app.tables.setState({ [id]: table });
  app.views.setState({ [id]: { view, selection: null } });
  if (shownSubject(app.profiles.getState()) !== id) return true;
  app.screen.setState({ display, ...(comparison === null ? {} : { comparison: comparison.look }) });
  if (selected !== null) void selectNamed(app, view, selected);
  return true;
}

/**
 * The state of a comparison with its sides swapped. Rules that rename are about names before: those of the other
 * way round take their place.
 */
export function mirroredState(
  state: ScreenState,
  renames: Base['rules']['renames'] = [],
): ScreenState {
  const { comparison, focus, selected, zooms } = state;
  if (comparison === null) return state;
  const { rules, fairness, divisors } = comparison;
  const turned = <S extends { readonly before: number; readonly after: number }>(sides: S): S => ({
    ...sides,
    before: sides.after,
    after: sides.before,
  });
  return {
    ...state,
    focus: focus?.kind === 'frame' ? { ...focus, ...mirroredName(focus) } : focus,
    selected: selected && { ...mirroredName(selected), path: null },
    zooms: {
      ...(zooms.both && { both: zooms.both }),
      ...(zooms.after && { before: zooms.after }),
      ...(zooms.before && { after: zooms.before }),
    },
    comparison: {
      ...comparison,
      rules: { ...rules, renames },
      fairness: fairness.kind === 'per' ? turned(fairness) : fairness,
      divisors: divisors && turned(divisors),
    },
  };
}

/** Shows profiles as the host kept them, and has it keep how they are looked at from now on. */
export function keepScreens(app: App): void {
  for (const { profile, base, state } of app.kept.values()) {
    // Comparisons come when the engine has prepared them.
    if (base === null) showScreenState(app, { profile, base }, state);
  }
  let isDue = false;
  const keep = () => {
    isDue = false;
    const subject = shownSubject(app.profiles.getState());
    const state = subject && screenStateOf(app, subject);
    const view = subject && app.views.getState()[subject]?.view;
    if (!subject || !state || !view) return;
    if (JSON.stringify(app.kept.get(subject)?.state) === JSON.stringify(state)) return;
    const screen = { profile: view.profile, base: view.base?.profile ?? null, state };
    app.kept.set(subject, screen);
    // What comes of it matters to a later page only.
    app.host.request('keepScreen', screen).catch(() => {});
  };
  const note = () => {
    if (!isDue) queueMicrotask(keep);
    isDue = true;
  };
  for (const store of [
    app.views,
    app.comparisons,
    app.screen,
    app.zooms,
    app.tables,
    app.profiles,
  ]) {
    store.subscribe(note);
  }
}

const sampleTypesOf = ({ profiles }: App, profile: number) =>
  profiles.getState().profiles.find(({ id }) => id === profile)?.sampleTypes ?? [];

/** The quantity of a view, by the name that both sides of a comparison go by. */
function quantityOfView(app: App, view: View): ValueType | null {
  const comparison = app.comparisons.getState()[subjectOf(view)];
  if (view.base === null) return sampleTypesOf(app, view.profile)[view.sampleType] ?? null;
  return comparison === undefined ? null : quantityOf(comparison, view);
}

function viewOf(app: App, subject: ScreenSubject, state: ScreenState): View | null {
  const { profile, base } = subject;
  const { sampleType, granularity, inlines, order, focus, comparison } = state;
  const isMeant = ({ type, unit }: ValueType) =>
    type === sampleType.type && unit === sampleType.unit;
  const shared = { profile, granularity, inlines, order, focus };
  if (base === null) {
    const at = sampleTypesOf(app, profile).findIndex(isMeant);
    return at < 0 ? null : { ...shared, sampleType: at, base: null };
  }
  const known = app.comparisons.getState()[keptSubject(subject)];
  const pair = known && commonQuantities(known).find(isMeant);
  if (pair === undefined || comparison === null) return null;
  const { rules, fairness } = comparison;
  return {
    ...shared,
    sampleType: pair.after,
    base: { profile: base, sampleType: pair.before, rules, fairness },
  };
}

function selectedOf({ frames }: App, { view, selection }: ProfileView): SelectedFunction | null {
  const texts = selection && frames.known(view);
  if (!selection || !texts) return null;
  const { frame } = selection;
  return { name: texts.rawName(frame), nameBefore: texts.rawNameBefore(frame), path: null };
}

const mirroredName = ({
  name,
  nameBefore,
}: {
  name: string;
  nameBefore?: string | null | undefined;
}) =>
  typeof nameBefore === 'string'
    ? { name: nameBefore, nameBefore: name }
    : { name, nameBefore: null };

/** Selects a function, and its box, by their names, unless another one was selected meanwhile. */
async function selectNamed(app: App, view: View, selected: SelectedFunction): Promise<void> {
  const { name, path } = selected;
  try {
    const texts = await app.frames.get(view);
    const place = path && (await placeAt(app, view, texts.findAll(path)));
    const frame = texts.find(name);
    const subject = shownSubject(app.profiles.getState());
    const looked = subject && app.views.getState()[subject];
    if (frame < 0 || !looked || looked.selection !== null) return;
    const box = place?.frame === frame ? { place, node: place.node } : NO_BOX;
    select(app.views, view, { frame, ...box, origin: 'view' });
  } catch (thrown) {
    notify(app.notices, 'error', sentenceOf(thrown));
  }
}

/** Some box of the function is found when the view is there. */
const NO_BOX = { node: null, place: null } as const;

/** The box at the end of a path of frames; null where there is none. */
async function placeAt(app: App, view: View, path: Int32Array): Promise<BoxPlace | null> {
  return path.includes(-1) ? null : await app.ask('locate', { view, path });
}
