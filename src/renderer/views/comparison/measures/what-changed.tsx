import type { Confidence, Report, SampleTypePair } from '../../../../bridge/comparison-api.ts';
import type { View } from '../../../../bridge/engine-api.ts';
import type { FrameTexts } from '../../../../words/frame-texts.ts';
import { packagedName } from '../../../../words/packaged-name.ts';
import { selectFrame } from '../../../state/select-frame.ts';
import { useApp } from '../../../state/use-app.ts';
import { type OwnChange, ownChangesBeyondNoise } from './beyond-noise.ts';
import { signedValue } from './headline.ts';

/** What is said of functions, once it is known. */
export interface NamedChanges {
  readonly view: View;
  readonly report: Report;
  readonly frames: FrameTexts;
  readonly confidence: Confidence;
}

/** The functions whose own values changed most, as far as that is more than noise; each leads to its box. */
export function WhatChanged({
  changes: { view, report, frames, confidence },
  quantity,
}: {
  readonly changes: NamedChanges;
  readonly quantity: SampleTypePair;
}) {
  const falls = ownChangesBeyondNoise(report.falls, confidence, 3);
  const rises = ownChangesBeyondNoise(report.rises, confidence, 1);
  const isKnown = !('reason' in confidence);
  const hasChanges = report.falls.frame.length + report.rises.frame.length > 0;
  if (falls.length + rises.length === 0) {
    if (!hasChanges) return <p>No function changed.</p>;
    return <p>Of no single function the change is beyond sampling noise.</p>;
  }
  const list = (all: readonly OwnChange[]) =>
    all.map(({ frame, delta }, at) => (
      <span key={frame}>
        {at > 0 && ', '}
        <ChangedName view={view} frames={frames} frame={frame} />{' '}
        <span className="changed-value">{signedValue(delta, quantity.unit)}</span>
      </span>
    ));
  const beyond = isKnown ? ' beyond noise' : '';
  return (
    <>
      <p>
        {falls.length === 0 ? (
          `No function fell${beyond}.`
        ) : (
          <>
            {falls.length === 1 ? 'Largest fall' : 'Largest falls'}
            {beyond} (flat): {list(falls)}.
          </>
        )}{' '}
        {rises.length === 0 ? (
          `None rose${beyond}.`
        ) : (
          <>
            Largest rise{beyond} (flat): {list(rises)}.
          </>
        )}
      </p>
      {'reason' in confidence && (
        <p className="changed-caution">What is noise is not known. {confidence.reason}</p>
      )}
    </>
  );
}

function ChangedName({
  view,
  frames,
  frame,
}: {
  readonly view: View;
  readonly frames: FrameTexts;
  readonly frame: number;
}) {
  const app = useApp();
  const name = frames.name(frame);
  return (
    <button
      type="button"
      className="link-button changed-name"
      title={name}
      onClick={() => void selectFrame(app, view, frame, 'details')}
    >
      {packagedName(name)}
    </button>
  );
}
