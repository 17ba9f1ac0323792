import type {
  InvestigationDraft,
  InvestigationPlace,
  OpenedInvestigation,
  SoughtPlace,
} from '../../bridge/investigation.ts';
import type { SelectedFunction } from '../../bridge/screen-state.ts';
import type { ValueType } from '../../core/profile/profile.ts';
import { visibleText } from '../../core/text/visible-text.ts';
import { saveDownload } from '../host/save-download.ts';
import { attempt } from './actions.ts';
import type { App } from './app.ts';
import { showFacet } from './evidence.ts';
import { placeInvestigation } from './investigations.ts';
import { notify } from './notices.ts';
import { compare, shownSubject, showProfile } from './profiles.ts';
import { screenStateOf, showScreenState } from './screen-state.ts';
import { changePattern } from './search.ts';
import { keptSubject, profilesOfSubject, type SubjectId } from './subject.ts';

/*
 * Saving what is on screen as an investigation, and showing one that was opened.
 */

/** Saves where the investigation on screen lies already; where it lies nowhere yet, asks how. */
export function save(app: App): void {
  const subject = shownSubject(app.profiles.getState());
  if (subject === null) return;
  const place = app.investigations.getState().places[subject];
  if (place === undefined) app.screen.setState({ dialog: 'save' });
  else void attempt(app, saveAs(app, place.withProfiles, 'same'));
}

/** Asks how to save, wherever the investigation lies. */
export function saveElsewhere(app: App): void {
  if (shownSubject(app.profiles.getState()) !== null) app.screen.setState({ dialog: 'save' });
}

/** Saves what is on screen: where it lies already, or where the user chooses. Rejects with a sentence. */
export async function saveAs(
  app: App,
  withProfiles: boolean,
  to: 'same' | 'chosen',
): Promise<void> {
  const draft = await draftOf(app, withProfiles);
  if (draft === null) return;
  const outcome = await app.host.request('saveInvestigation', { draft, to });
  if (outcome.kind === 'download') {
    saveDownload(outcome.address, outcome.name);
    notify(app.notices, 'info', `Your browser saves ${visibleText(outcome.name)}.`);
  } else if (outcome.kind === 'saved') {
    placeInvestigation(app.investigations, outcome.place);
    tellSaved(app, outcome.place, outcome.saved);
  }
}

/** Shows an investigation whose profiles are open as it was when it was saved. */
export function showInvestigation(app: App, opened: OpenedInvestigation): void {
  const { profile, base, view, place, remarks, name } = opened;
  const { screen, search, orientation, colorBy, facet } = view;
  const subject = keptSubject(opened);
  app.kept.set(subject, { profile, base, state: screen });
  if (place !== null) placeInvestigation(app.investigations, place);
  // Shown so as long as the page lives; what the user prefers elsewhere stays remembered.
  app.settings.setState({ orientation, colorBy });
  changePattern(app.search, search);
  showFacet(app.evidence, facet);
  if (base === null) {
    showProfile(app.profiles, profile);
    showScreenState(app, { profile, base }, screen);
  } else {
    compare(app.profiles, { before: base, after: profile });
  }
  for (const remark of remarks) notify(app.notices, 'info', remark, [profile]);
  if (!hasQuantity(app, profile, screen.sampleType)) tellUnshown(app, name, opened);
}

/** Lets the user choose a profile that was moved; `showOwn` is called where the page has to ask for it itself. */
export function locate(app: App, sought: SoughtPlace, showOwn: () => void): void {
  const choose = async () => {
    if (!(await app.host.request('locateProfile', sought))) showOwn();
  };
  void attempt(app, choose());
}

function hasQuantity({ profiles }: App, profile: number, { type }: ValueType): boolean {
  const summary = profiles.getState().profiles.find(({ id }) => id === profile);
  return summary?.sampleTypes.some((sampleType) => sampleType.type === type) ?? false;
}

function tellUnshown(app: App, name: string, { view, profile }: OpenedInvestigation): void {
  const { type } = view.screen.sampleType;
  notify(
    app.notices,
    'info',
    `${name} shows ${type}, which these profiles did not measure: they are shown as when they are opened for the first time.`,
    [profile],
  );
}

function tellSaved(app: App, { name, folder }: InvestigationPlace, saved: string | null): void {
  const show = saved !== null && {
    words: 'Show in folder',
    act: () => void attempt(app, app.host.request('showSaved', { saved })),
  };
  notify(app.notices, 'info', `${name} is saved in ${folder}.`, [], show || null);
}

async function draftOf(app: App, withProfiles: boolean): Promise<InvestigationDraft | null> {
  const subject = shownSubject(app.profiles.getState());
  const screen = subject && screenStateOf(app, subject);
  if (!subject || !screen) return null;
  const { orientation, colorBy } = app.settings.getState();
  const selected = screen.selected && (await withPath(app, subject, screen.selected));
  return {
    ...profilesOfSubject(subject),
    view: {
      screen: { ...screen, selected },
      search: app.search.getState().pattern,
      orientation,
      colorBy,
      facet: app.evidence.getState().facet,
    },
    notes: app.notes.getState()[subject] ?? '',
    withProfiles,
  };
}

async function withPath(
  app: App,
  subject: SubjectId,
  selected: SelectedFunction,
): Promise<SelectedFunction> {
  const looked = app.views.getState()[subject];
  const node = looked?.selection?.node ?? null;
  if (looked === undefined || node === null) return selected;
  const { view } = looked;
  const [texts, path] = await Promise.all([app.frames.get(view), app.ask('path', { view, node })]);
  return { ...selected, path: Array.from(path, (frame) => texts.rawName(frame)) };
}
