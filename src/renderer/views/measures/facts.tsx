import type { ProfileSummary } from '../../../bridge/engine-api.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { formatBytes } from '../../../core/units/bytes.ts';
import { formatDuration } from '../../../core/units/duration.ts';
import { formatInteger } from '../../../core/units/integer.ts';
import { formatTime } from '../parts/format-time.ts';
import { samplingWords } from './sampling-words.ts';
import { Warnings } from './warnings.tsx';

/** Where and when the profile was taken, and how much there is in it. */
export function Facts({ profile }: { readonly profile: ProfileSummary }) {
  const { binary, timeMillis, durationNanos, counts, fileBytes, warnings } = profile;
  const taken = [
    binary === '' ? null : visibleText(binary),
    timeMillis === null ? null : formatTime(timeMillis),
    durationNanos === null ? null : `over ${formatDuration(durationNanos)}`,
  ].filter((text) => text !== null);
  return (
    <section className="facts" aria-label="Facts of the profile">
      <h1 className="visually-hidden">{visibleText(profile.name)}</h1>
      <p className="facts-taken">
        {taken.length === 0 ? 'The profile does not say when it was taken.' : taken.join(' · ')}
      </p>
      <p>
        {[samplingWords(profile), `file of ${formatBytes(fileBytes)}`].filter(Boolean).join(' · ')}
      </p>
      <p>
        {formatInteger(counts.samples)} samples · {formatInteger(counts.functions)} functions ·{' '}
        {formatInteger(counts.stacks)} stacks
      </p>
      {warnings.length > 0 && <Warnings warnings={warnings} />}
    </section>
  );
}
