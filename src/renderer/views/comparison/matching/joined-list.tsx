import { useMemo, useState } from 'react';
import { counted } from '../../../../words/counted.ts';
import type { FrameTexts } from '../../../../words/frame-texts.ts';
import { joinedOtherwise } from './joined-otherwise.ts';

/** So many are listed of each kind: more can be looked up in the table. */
const LISTED = 200;

/** What was joined by other than the exact name, and how. */
export function JoinedList({ frames }: { readonly frames: FrameTexts }) {
  const by = frames.columns.joined?.by;
  const joined = useMemo(() => (by === undefined ? null : joinedOtherwise(by)), [by]);
  const [chosen, setChosen] = useState<number | null>(null);
  if (joined === null) return null;
  const group = joined.groups.find(({ kind }) => kind === chosen) ?? joined.groups[0];
  return (
    <section className="joined" aria-label="What was joined">
      <h3>Joined by other than the exact name</h3>
      <p className="muted">
        {counted(joined.exact, 'name', 'names')} the same on both sides,{' '}
        {counted(joined.onlyBefore, 'name', 'names')} only before,{' '}
        {counted(joined.onlyAfter, 'name', 'names')} only after.
      </p>
      {group === undefined ? (
        <p>None: all that was joined has exactly the same name on both sides.</p>
      ) : (
        <>
          <fieldset className="divisor-words">
            <legend className="visually-hidden">How it was joined</legend>
            {joined.groups.map(({ kind, words, frames: found }) => (
              <button
                key={kind}
                type="button"
                className="chip-button"
                aria-pressed={kind === group.kind}
                onClick={() => setChosen(kind)}
              >
                {words} · {found.length}
              </button>
            ))}
          </fieldset>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
          <ul className="joined-rows" tabIndex={0} aria-label={`Joined: ${group.words}`}>
            {group.frames.slice(0, LISTED).map((frame) => (
              <li key={frame}>
                <code>{frames.name(frame)}</code>
                <span className="muted">
                  {frames.nameBefore(frame) === '' ? (
                    'the same name before'
                  ) : (
                    <>
                      was <code>{frames.nameBefore(frame)}</code>
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
          {group.frames.length > LISTED && (
            <p className="muted">And {counted(group.frames.length - LISTED, 'more', 'more')}.</p>
          )}
        </>
      )}
    </section>
  );
}
