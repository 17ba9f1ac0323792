import type { ProfileSummary } from '../../../bridge/engine-api.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { formatDuration } from '../../../core/units/duration.ts';
import { counted } from '../../../words/counted.ts';
import { formatTime } from '../../../words/format-time.ts';
import { lastCollectionMillis } from '../../../words/mem-stats.ts';
import { samplingWords } from '../../../words/sampling-words.ts';
import { Warnings } from './warnings.tsx';

/** Where and when the profile was taken, and how much there is in it. */
export function Facts({ profile }: { readonly profile: ProfileSummary }) {
  const { binary, durationNanos, counts, memStats, warnings } = profile;
  const taken = [visibleText(binary), takenWords(profile)];
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
      {memStats !== null && (
        <p>{counted(memStats.numGC, 'collection', 'collections')} since the start</p>
      )}
      {warnings.length > 0 && <Warnings warnings={warnings} />}
    </section>
  );
}

/** When it was taken, as far as it tells; '' where it does not. */
function takenWords({ timeMillis, memStats }: ProfileSummary): string {
  if (timeMillis !== null) return formatTime(timeMillis);
  const lastCollection = memStats && lastCollectionMillis(memStats);
  return lastCollection === null ? '' : `taken after ${formatTime(lastCollection)}`;
}

const joined = (texts: readonly string[]) => texts.filter((text) => text !== '').join(' · ');
