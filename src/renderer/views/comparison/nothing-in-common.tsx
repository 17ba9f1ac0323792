import type { ComparisonSummary } from '../../../bridge/comparison-api.ts';
import type { ProfileSummary } from '../../../bridge/engine-api.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { describeSampleType } from '../../../core/units/sample-type-words.ts';
import { showProfile } from '../../state/profiles.ts';
import { useApp } from '../../state/use-app.ts';
import { useOpener } from '../parts/use-opener.ts';
import './nothing-in-common.css';

/** Two profiles of which no quantity can be compared: what each measured, and what to do. */
export function NothingInCommon({
  before,
  after,
  summary,
}: {
  readonly before: ProfileSummary;
  readonly after: ProfileSummary;
  readonly summary: ComparisonSummary;
}) {
  const { profiles } = useApp();
  const open = useOpener();
  const sides = [
    { words: 'Before', side: 'before', profile: before },
    { words: 'After', side: 'after', profile: after },
  ] as const;
  return (
    <main className="nothing-in-common">
      <h1>These two profiles measured different things</h1>
      <p>
        Nothing can be compared: no quantity was measured on both sides. Compare two profiles of one
        kind, such as two heap profiles or two CPU profiles.
      </p>
      <div className="measured-sides">
        {sides.map(({ words, side, profile }) => (
          <section key={side} aria-label={words}>
            <h2>
              <span className="side-dot" data-side={side} aria-hidden="true" />
              {words} <span className="muted">{visibleText(profile.name)}</span>
            </h2>
            <ul>
              {summary.sampleTypes
                .filter((pair) => pair[side] >= 0)
                .map((pair) => (
                  <li key={pair[side]}>
                    {describeSampleType(pair).title} <code>{visibleText(pair.type)}</code>
                  </li>
                ))}
              {profile.sampleTypes.length === 0 && <li>Nothing at all.</li>}
            </ul>
            <button
              type="button"
              className="button"
              onClick={() => showProfile(profiles, profile.id)}
            >
              Look at it alone
            </button>
          </section>
        ))}
      </div>
      <button type="button" className="button primary" onClick={open}>
        Open another profile
      </button>
    </main>
  );
}
