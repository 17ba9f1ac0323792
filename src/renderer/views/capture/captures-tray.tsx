import { useStore } from 'zustand';
import { useApp } from '../../state/use-app.ts';
import '../openings/openings.css';
import { CaptureRow } from './capture-row.tsx';

/** The captures that are being made, in a corner of the window; but for the one that the dialog shows. */
export function CapturesTray() {
  const { captures } = useApp();
  const { running, shown } = useStore(captures);
  const others = running.filter(({ key }) => key !== shown);
  if (others.length === 0) return null;
  return (
    <section className="openings popup" aria-label="Profiles being captured">
      <ul>
        {others.map((capture) => (
          <CaptureRow key={capture.key} capture={capture} />
        ))}
      </ul>
    </section>
  );
}
