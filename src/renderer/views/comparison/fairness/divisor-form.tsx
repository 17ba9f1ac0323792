import { useId, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Divisors } from '../../../../bridge/screen-state.ts';
import { formatDuration } from '../../../../core/units/duration.ts';
import { countOfFile } from '../../../state/captures.ts';
import { sidesOf } from '../../../state/evidence.ts';
import { type ComparedView, useApp } from '../../../state/use-app.ts';
import { useLoadReports } from '../../../state/use-load-reports.ts';
import {
  type DivisorDraft,
  draftOf,
  draftOfCollections,
  draftOfDurations,
  draftOfRequests,
  readDraft,
  WORDS,
} from './divisor-draft.ts';
import { DivisorField } from './divisor-field.tsx';

/** What values are to be per, and how many of it each side had; applied as soon as it makes sense. */
export function DivisorForm({
  shown: { before, after, comparison },
  onDivide,
}: {
  readonly shown: ComparedView;
  readonly onDivide: (divisors: Divisors) => void;
}) {
  const { captures, evidence } = useApp();
  const [draft, setDraft] = useState(() =>
    draftOf(comparison.divisors, {
      before: countOfFile(captures, before.sha256),
      after: countOfFile(captures, after.sha256),
    }),
  );
  const wordId = useId();
  const change = (changed: Partial<DivisorDraft>) => {
    const next = { ...draft, ...changed };
    setDraft(next);
    const read = readDraft(next);
    if (!('errors' in read)) onDivide(read);
  };
  const read = readDraft(draft);
  // Nobody has been wrong yet who has not typed anything.
  const errorOf = (side: 'before' | 'after') =>
    'errors' in read && draft[side].trim() !== '' ? read.errors[side] : '';
  const durations = draftOfDurations(before, after);
  const texts = useStore(evidence, (state) => state.texts);
  const sides = useMemo(() => (texts.length === 0 ? null : sidesOf(texts)), [texts]);
  const reports = useLoadReports(sides);
  const requests = reports && draftOfRequests(reports);
  const collections = draftOfCollections(before, after);
  const isHalf = (draft.before.trim() === '') !== (draft.after.trim() === '');
  return (
    <div className="divisor-form">
      <div className="divisor-word">
        <label htmlFor={wordId}>Values per</label>
        <div className="field">
          <input
            id={wordId}
            type="text"
            autoComplete="off"
            maxLength={40}
            value={draft.word}
            onChange={({ currentTarget }) => change({ word: currentTarget.value })}
          />
        </div>
      </div>
      <fieldset className="divisor-words">
        <legend className="visually-hidden">Words for it</legend>
        {WORDS.map((word) => (
          <button
            key={word}
            type="button"
            className="chip-button"
            aria-pressed={draft.word === word}
            onClick={() => change({ word })}
          >
            {word}
          </button>
        ))}
      </fieldset>
      <div className="divisor-fields">
        {(['before', 'after'] as const).map((side) => (
          <DivisorField
            key={side}
            side={side}
            text={draft[side]}
            error={errorOf(side)}
            onChange={(text) => change({ [side]: text })}
          />
        ))}
      </div>
      {requests !== null && (
        <button type="button" className="link-button" onClick={() => change(requests)}>
          Use the requests of the load reports: {requests.before} and {requests.after}
        </button>
      )}
      {isHalf && <p className="divisor-hint">Both sides need a number.</p>}
      {durations === null ? (
        <p className="divisor-hint">
          The profiles do not both say how long they took, so seconds have to be typed in.
        </p>
      ) : (
        <button type="button" className="link-button" onClick={() => change(durations)}>
          Use the seconds that the profiles took: {formatDuration(before.durationNanos ?? 0)} and{' '}
          {formatDuration(after.durationNanos ?? 0)}
        </button>
      )}
      {collections !== null && (
        <button type="button" className="link-button" onClick={() => change(collections)}>
          Use the collections since the start that the profiles tell: {collections.before} and{' '}
          {collections.after}
        </button>
      )}
    </div>
  );
}
