import { useStore } from 'zustand';
import type { SoughtInvestigation, SoughtProfile } from '../../../bridge/investigation.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { attempt } from '../../state/actions.ts';
import { locate } from '../../state/investigating.ts';
import { useApp } from '../../state/use-app.ts';
import { DialogBox } from '../dialogs/dialog-frame.tsx';
import { SIDE_TITLES } from '../header/profile-words.ts';
import { chooseFile } from '../parts/choose-file.ts';
import { Icon } from '../parts/icon.tsx';
import { PathText } from '../parts/path-text.tsx';
import './investigation.css';
import { shortDigest, stateWords } from './investigation-words.ts';

/** Asks about the profiles of an investigation that are not where, or what, they were. */
export function SoughtDialog() {
  const app = useApp();
  const investigation = useStore(app.investigations, ({ sought }) => sought[0]);
  if (investigation === undefined) return null;
  const { id, name, profiles } = investigation;
  const leave = () =>
    void attempt(app, app.host.request('leaveInvestigation', { investigation: id }));
  const isMissing = profiles.some(({ found }) => found === null);
  return (
    <DialogBox title={`Where are the profiles of ${visibleText(name)}?`} isOpen onClose={leave}>
      <ul className="sought-profiles">
        {profiles.map((profile, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: their places are what they are asked for by.
          <SoughtRow key={at} investigation={investigation} profile={profile} at={at} />
        ))}
      </ul>
      <p className="muted">
        {isMissing
          ? 'Locate what is missing, and the investigation opens.'
          : 'With another profile the view is the same, and its numbers are others.'}
      </p>
      <div className="dialog-buttons">
        <button type="button" className="button" onClick={leave}>
          Cancel
        </button>
        <button
          type="button"
          className="button primary"
          disabled={isMissing}
          onClick={() => void attempt(app, app.host.request('openAnyway', { investigation: id }))}
        >
          Open all the same
        </button>
      </div>
    </DialogBox>
  );
}

function SoughtRow({
  investigation: { id },
  profile,
  at,
}: {
  readonly investigation: SoughtInvestigation;
  readonly profile: SoughtProfile;
  readonly at: number;
}) {
  const app = useApp();
  const { side, name, path, sha256, found } = profile;
  const isFound = found?.sha256 === sha256;
  const sought = { investigation: id, at };
  const takeFile = (file: File) => void attempt(app, app.host.openFile(file, sought));
  return (
    <li className="sought-profile" data-found={isFound || undefined}>
      <Icon name={isFound ? 'check' : 'warning'} />
      <div>
        <p>
          {side !== null && (
            <>
              <span className="side-dot" data-side={side} /> {SIDE_TITLES[side]}:{' '}
            </>
          )}
          <strong>{visibleText(name)}</strong>
        </p>
        <p>{stateWords(profile)}</p>
        {!isFound && path !== '' && (
          <p className="muted">
            It was <PathText path={visibleText(path)} />, SHA-256 {shortDigest(sha256)}…
          </p>
        )}
      </div>
      {!isFound && (
        <button
          type="button"
          className="button"
          aria-label={`Locate ${visibleText(name)}`}
          onClick={() => locate(app, sought, () => chooseFile(takeFile))}
        >
          Locate…
        </button>
      )}
    </li>
  );
}
