import { useStore } from 'zustand';
import { cancelExport } from '../../state/exporting.ts';
import type { RunningExport } from '../../state/running-exports.ts';
import { useApp } from '../../state/use-app.ts';
import { partDone } from '../openings/part-done.ts';
import { ProgressRow } from '../openings/progress-row.tsx';

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
  const { step, ...far } = progress ?? { step: 'Beginning', done: 0, total: 0 };
  const { share, percent } = partDone(far);
  return (
    <ProgressRow
      doing="exporting"
      what={name}
      steps={[share]}
      percent={percent}
      state={percent === null ? step : `${step}, ${percent}%`}
      onCancel={() => cancelExport(app, key)}
    />
  );
}
