import { useId, useState } from 'react';
import { useStore } from 'zustand';
import type { Span } from '../../../../bridge/collector-api.ts';
import { selectWindow, widerSpan, zoomTo } from '../../../state/collector.ts';
import { useApp } from '../../../state/use-app.ts';
import { secondsText } from './seconds-text.ts';

/** Which seconds the figures are of, and which the charts show. */
export function WindowBar({ seconds }: { readonly seconds: number }) {
  const { collector } = useApp();
  const { window, zoom } = useStore(collector);
  const shown = window ?? { from: 0, to: seconds };
  const change = (part: Partial<Span>) => {
    const { from, to } = { ...shown, ...part };
    if (from < to) selectWindow(collector, { from, to });
  };
  return (
    <div className="window-bar">
      <div className="window-fields">
        <SecondField
          label="Figures from"
          value={shown.from}
          onChange={(from) => change({ from })}
        />
        <SecondField label="to" value={shown.to} onChange={(to) => change({ to })} />
        <button
          type="button"
          className="button"
          disabled={window === null}
          onClick={() => selectWindow(collector, null)}
        >
          All seconds
        </button>
      </div>
      <div className="window-zoom">
        <button
          type="button"
          className="button"
          disabled={window === null}
          onClick={() => zoomTo(collector, window)}
        >
          Zoom to window
        </button>
        <button
          type="button"
          className="button"
          disabled={zoom === null}
          onClick={() => zoomTo(collector, zoom && widerSpan(zoom, seconds))}
        >
          Zoom out
        </button>
        <button
          type="button"
          className="button"
          disabled={zoom === null}
          onClick={() => zoomTo(collector, null)}
        >
          Show all
        </button>
      </div>
    </div>
  );
}

/** A field for seconds, which takes effect when it is left or Enter is pressed. */
function SecondField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (seconds: number) => void;
}) {
  const id = useId();
  /** Null while nothing is being written. */
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? secondsText(value);
  const seconds = Number(text.replace(',', '.'));
  const isFaulty = text.trim() === '' || !(seconds >= 0 && seconds < 1e9);
  const apply = () => {
    if (draft !== null && !isFaulty) onChange(seconds);
    setDraft(null);
  };
  return (
    <span className="window-field">
      <label htmlFor={id}>{label}</label>
      <span className="field" data-invalid={isFaulty || undefined}>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          aria-invalid={isFaulty}
          value={text}
          onChange={({ currentTarget }) => setDraft(currentTarget.value)}
          onBlur={apply}
          onKeyDown={({ key }) => {
            if (key === 'Enter') apply();
            if (key === 'Escape') setDraft(null);
          }}
        />
        <span className="window-unit" aria-hidden="true">
          s
        </span>
      </span>
    </span>
  );
}
