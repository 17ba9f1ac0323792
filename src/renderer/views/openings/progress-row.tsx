import './openings.css';

/** How far something is that takes its time, and the way to end it. */
export function ProgressRow({
  doing,
  what,
  steps,
  percent,
  state,
  onCancel,
}: {
  /** What is done, with a small letter: `opening`. */
  readonly doing: string;
  /** To what it is done, fit to be shown. */
  readonly what: string;
  /** How much of each step is done, from 0 to 1. */
  readonly steps: readonly number[];
  /** Of all; null where it is not known. */
  readonly percent: number | null;
  /** What it is at, in words. */
  readonly state: string;
  readonly onCancel: () => void;
}) {
  return (
    <li className="opening">
      <span className="opening-name">{what}</span>
      <button
        type="button"
        className="link-button"
        aria-label={`Cancel ${doing} ${what}`}
        onClick={onCancel}
      >
        Cancel
      </button>
      <div
        className="opening-steps"
        data-single={steps.length === 1 || undefined}
        role="progressbar"
        aria-label={`${doing.charAt(0).toUpperCase()}${doing.slice(1)} ${what}`}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(percent === null ? {} : { 'aria-valuenow': percent })}
        aria-valuetext={state}
      >
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps are always the same.
          <span key={index}>
            <i style={{ transform: `scaleX(${step})` }} />
          </span>
        ))}
      </div>
      <span className="opening-words">{state}</span>
    </li>
  );
}
