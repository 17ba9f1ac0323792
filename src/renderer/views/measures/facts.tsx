import type { ProfileSummary } from '../../../bridge/engine-api.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { formatDuration } from '../../../core/units/duration.ts';
import { counted } from '../../../words/counted.ts';
import { formatTime } from '../../../words/format-time.ts';
import { samplingWords } from '../../../words/sampling-words.ts';
import { Warnings } from './warnings.tsx';

/** Where and when the profile was taken, and how much there is in it. */
export function Facts({ profile }: { readonly profile: ProfileSummary }) {
  const { binary, timeMillis, durationNanos, counts, warnings } = profile;
  const taken = [visibleText(binary), timeMillis === null ? '' : formatTime(timeMillis)];
  const measured = [
    durationNanos === null ? '' : `over ${formatDuration(durationNanos)}`,
    samplingWords(profile),
  ];
  return (
    <section className="facts" aria-label="Facts of the profile">
      <h1 className="visually-hidden">{visibleText(profile.name)}</h1>
      <p className="facts-taken">
        {joined(taken) || 'The profile does not say when it was taken.'}
      </p>
      <p>{joined(measured)}</p>
      <p>
        {counted(counts.samples, 'sample', 'samples')} ·{' '}
        {counted(counts.functions, 'function', 'functions')}
      </p>
      {warnings.length > 0 && <Warnings warnings={warnings} />}
    </section>
  );
}

const joined = (texts: readonly string[]) => texts.filter((text) => text !== '').join(' · ');
