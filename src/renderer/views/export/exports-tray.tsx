import { useStore } from 'zustand';
import { cancelExport } from '../../state/exporting.ts';
import type { RunningExport } from '../../state/running-exports.ts';
import { useApp } from '../../state/use-app.ts';
import '../openings/openings.css';

/** The exports that are being made, in a corner of the window. */
export function ExportsTray() {
  const { exporting } = useApp();
  const running = useStore(exporting);
  if (running.length === 0) return null;
  return (
    <section className="openings popup" aria-label="Exports being made">
      <ul>
        {running.map((one) => (
          <ExportRow key={one.key} running={one} />
        ))}
      </ul>
    </section>
  );
}

function ExportRow({ running: { key, name, progress } }: { readonly running: RunningExport }) {
  const app = useApp();
  const { step, done, total } = progress ?? { step: 'Beginning', done: 0, total: 0 };
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const percent = Math.round(share * 100);
  const words = total > 0 ? `${step}, ${percent}%` : step;
  return (
    <li className="opening">
      <span className="opening-name">{name}</span>
      <button
        type="button"
        className="link-button"
        aria-label={`Cancel exporting ${name}`}
        onClick={() => cancelExport(app, key)}
      >
        Cancel
      </button>
      <div
        className="opening-steps"
        data-single
        role="progressbar"
        aria-label={`Exporting ${name}`}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(total > 0 ? { 'aria-valuenow': percent } : {})}
        aria-valuetext={words}
      >
        <span>
          <i style={{ transform: `scaleX(${share})` }} />
        </span>
      </div>
      <span className="opening-words">{words}</span>
    </li>
  );
}
