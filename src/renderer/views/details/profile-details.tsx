import type { ProfileSummary } from '../../../bridge/engine-api.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { formatBytes } from '../../../core/units/bytes.ts';
import { formatInteger } from '../../../core/units/integer.ts';
import { PathText } from '../parts/path-text.tsx';
import { SinceStart } from './since-start.tsx';

/** What is known of the profile as a whole; stands where no function is selected. */
export function ProfileDetails({ profile }: { readonly profile: ProfileSummary }) {
  const { counts, comments, labelKeys, memStats } = profile;
  const facts: readonly (readonly [string, string])[] = [
    ['path', profile.path],
    ['binary', profile.binary],
    ['build ID', profile.buildId],
    ['labels', labelKeys.join(', ')],
    ['file size', formatBytes(profile.fileBytes)],
    ['stacks', formatInteger(counts.stacks)],
    ['locations', formatInteger(counts.locations)],
    ['mappings', formatInteger(counts.mappings)],
    ['SHA-256', profile.sha256],
    ['about it', profile.docUrl],
  ];
  return (
    <div className="profile-details">
      <h2>No function selected</h2>
      <p>Click a box or a row to see what a function costs, who calls it and what it calls.</p>
      <h3>The profile</h3>
      <dl className="frame-facts">
        {facts
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <span>
                  <PathText path={visibleText(text)} />
                </span>
              </dd>
            </div>
          ))}
      </dl>
      {memStats !== null && <SinceStart memStats={memStats} />}
      {comments.length > 0 && (
        <>
          <h3>Comments</h3>
          <ul className="comments">
            {comments.map((comment) => (
              <li key={comment}>{visibleText(comment)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
