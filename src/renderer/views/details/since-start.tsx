import type { MemStats } from '../../../core/profile/mem-stats.ts';
import { memStatsFacts } from '../../../words/mem-stats.ts';

/** What Go's runtime counted since the process started. */
export function SinceStart({ memStats }: { readonly memStats: MemStats }) {
  return (
    <section aria-label="Since the process started">
      <h3>Since the process started</h3>
      <p className="frame-note">
        Counted by Go’s runtime, every object and collection: not sampled.
      </p>
      <dl className="frame-facts since-start">
        {memStatsFacts(memStats)
          .filter(({ text }) => text !== '')
          .map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
