import { memo } from 'react';
import { chooseSampleType } from '../../state/actions.ts';
import { type ShownProfile, useApp } from '../../state/use-app.ts';
import { Facts } from './facts.tsx';
import { MeasureCard } from './measure-card.tsx';
import { useTotals } from './use-totals.ts';
import './measures.css';

/** What the profile measured, in all or on the stacks that are looked at, as the switch between its sample types; and its facts. */
export const Measures = memo(function Measures({
  profile,
  view,
}: Pick<ShownProfile, 'profile' | 'view'>) {
  const app = useApp();
  const totals = useTotals({ profile, view });
  return (
    <section className="measures" aria-label="What was measured">
      <fieldset className="measure-cards">
        <legend className="visually-hidden">Sample type</legend>
        {profile.sampleTypes.map((sampleType, index) => (
          <MeasureCard
            // biome-ignore lint/suspicious/noArrayIndexKey: a sample type is its column, and names may repeat.
            key={index}
            sampleType={sampleType}
            total={totals[index] ?? 0}
            isChosen={index === view.sampleType}
            onChoose={() => chooseSampleType(app, profile.id, index)}
          />
        ))}
      </fieldset>
      <Facts profile={profile} />
    </section>
  );
});
