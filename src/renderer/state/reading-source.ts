import type { View } from '../../bridge/engine-api.ts';
import type { SoughtSource } from '../../bridge/source-api.ts';
import { attempt } from './actions.ts';
import type { App } from './app.ts';
import { showFacet } from './evidence.ts';
import { selectFrame } from './select-frame.ts';
import type { AskedEditor, SourceState } from './source.ts';

/** Shows the source of a function of a view, at a line of it if one is named. */
export function showSource(app: App, view: View, frame: number, line?: number): void {
  showFacet(app.evidence, 'profile');
  app.source.setState({ isShown: true, wanted: line === undefined ? null : { frame, line } });
  void attempt(app, selectFrame(app, view, frame, 'details'));
}

/** Shows source in the place of the call tree, or the call tree again. */
export function turnToSource({ source }: Pick<App, 'source'>, isShown: boolean): void {
  source.setState({ isShown, wanted: null });
}

/**
 * Lets the user choose a folder for the sources of a profile. Without a path the shell asks for it, or the page where that
 * has no dialog.
 */
export async function chooseFolder(
  app: App,
  of: Pick<SoughtSource, 'profile' | 'role'>,
  path: string | null,
): Promise<void> {
  const outcome = await app.host.request('chooseSource', { ...of, path });
  if (outcome.kind === 'typed') app.source.setState({ asking: { kind: 'folder', of } });
  if (outcome.kind === 'chosen') readAgain(app, { asking: null });
}

/** Looks no more into a folder. */
export async function forgetFolder(app: App, folder: string): Promise<void> {
  await app.host.request('forgetSource', { folder });
  readAgain(app);
}

/** Takes the files of one of several folders for those of a profile from now on. */
export async function chooseRoot(app: App, sought: SoughtSource, root: string): Promise<void> {
  await app.host.request('readSource', { ...sought, root });
  readAgain(app);
}

/** Opens a line of a source file in the user's editor; asks for its command where none is known yet. */
export async function openInEditor(app: App, sought: SoughtSource, line: number): Promise<void> {
  const outcome = await app.host.request('openInEditor', { sought, line, column: 1 });
  if (outcome.kind === 'opened') return;
  const { candidates } = outcome;
  app.source.setState({ asking: { kind: 'editor', candidates, sought, line } });
}

/** Asks for another command, and opens with that. */
export async function changeEditor(app: App, sought: SoughtSource, line: number): Promise<void> {
  await app.host.request('setEditor', { command: '' });
  await openInEditor(app, sought, line);
}

/** Takes the command of an editor, and opens with it what was to be opened. */
export async function setEditor(
  app: App,
  command: string,
  { sought, line }: Pick<AskedEditor, 'sought' | 'line'>,
): Promise<void> {
  if (!(await app.host.request('setEditor', { command }))) return;
  app.source.setState({ asking: null });
  await openInEditor(app, sought, line);
}

/** Files may be elsewhere from now on. */
function readAgain({ source }: Pick<App, 'source'>, also: Partial<SourceState> = {}): void {
  source.setState(({ reading }) => ({ ...also, reading: reading + 1 }));
}
