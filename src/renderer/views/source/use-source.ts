import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import type { View } from '../../../bridge/engine-api.ts';
import type { EvidenceSides } from '../../../bridge/evidence-api.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import type { App } from '../../state/app.ts';
import { sidesOf } from '../../state/evidence.ts';
import { useApp } from '../../state/use-app.ts';
import { type LatestValue, useLatest } from '../../state/use-latest.ts';
import type { LineNote, LineNotes } from './line-notes.ts';
import { type ListedProfile, readSide, type SourceSide } from './source-side.ts';

/** The source of a function of a view. */
export interface Source {
  readonly view: View;
  readonly frame: number;
  readonly sides: readonly SourceSide[];
  /** What the compiler said of lines, on each side. */
  readonly notes: readonly LineNotes[];
}

/** The source of a function, on the side of each profile; null while none is selected, and at first. */
export function useSource(
  view: View,
  profiles: readonly ListedProfile[],
  frame: number | null,
): LatestValue<Source> {
  const app = useApp();
  const reading = useStore(app.source, (state) => state.reading);
  const texts = useStore(app.evidence, (state) => state.texts);
  const evidence = useMemo(
    () => sidesOf(texts.filter(({ findings }) => findings.some(isOfCompiler))),
    [texts],
  );
  const work = useCallback(async () => {
    // Only to be worked out again for another one.
    void reading;
    const listings = await app.ask('listing', { view, frame: frame ?? 0 });
    const reads = profiles.map((profile, at) => {
      const listing = listings[at];
      if (listing === undefined) throw new Error('The engine did not list both sides.');
      return readSide(app, profile, listing);
    });
    const sides = await Promise.all(reads);
    const notes = await notesOf(app, view, sides, evidence);
    return { view, frame: frame ?? 0, sides, notes };
  }, [app, view, profiles, frame, reading, evidence]);
  return useLatest(frame === null ? null : work);
}

const isOfCompiler = ({ kind }: { readonly kind: string }) => kind === 'escape';

/** What the compiler said of the lines of each side's file. */
async function notesOf(
  app: App,
  view: View,
  shown: readonly SourceSide[],
  sides: EvidenceSides,
): Promise<LineNotes[]> {
  if (sides.before.length + sides.after.length === 0) return shown.map(() => new Map());
  const files = shown.map(({ place }) => place?.file ?? null);
  const said = await app.ask('sourceNotes', { sides, view, files });
  return said.map((notes) => {
    const byLine = new Map<number, LineNote[]>();
    for (const { line, message } of notes) {
      const known = byLine.get(line) ?? [];
      const text = visibleText(message);
      if (!known.some((note) => note.text === text)) known.push({ line, text });
      byLine.set(line, known);
    }
    return byLine;
  });
}
