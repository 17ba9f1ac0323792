import { useRef } from 'react';
import type { ShownProfile } from '../../state/use-app.ts';
import { useFramed } from '../../state/use-framed.ts';
import type { FlameGraphHandle } from '../flame/flame-types.ts';
import { Measures } from '../measures/measures.tsx';
import { StatusBar } from '../status/status-bar.tsx';
import { Toolbar } from '../toolbar/toolbar.tsx';
import { Panes } from './panes.tsx';
import { useKeptSelection } from './use-kept-selection.ts';
import { useZoomCommands } from './use-zoom-commands.ts';
import './workspace.css';

/** An open profile: what it measured, the sentence that says how it is shown, and the panes. */
export function ProfileScreen({ shown }: { readonly shown: ShownProfile }) {
  const { profile, view } = shown;
  const framed = useFramed(view);
  const flame = useRef<FlameGraphHandle>(null);
  useZoomCommands(flame);
  useKeptSelection(shown, framed);
  return (
    <>
      <Measures profile={profile} view={view} />
      <Toolbar view={view} />
      {framed === null ? (
        <main className="workspace-wait">Reading the functions…</main>
      ) : (
        <>
          <Panes shown={shown} framed={framed} flame={flame} />
          <StatusBar shown={shown} framed={framed} flame={flame} />
        </>
      )}
    </>
  );
}
