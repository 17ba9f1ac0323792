import { useApp } from '../../state/use-app.ts';
import { DialogFrame } from './dialog-frame.tsx';
import './dialogs.css';

/** What this program is. */
export function AboutDialog() {
  const { version, shell } = useApp().about;
  return (
    <DialogFrame dialog="about" title="About Allocscope">
      <div className="about">
        <p>
          Allocscope {version}, {shell === 'electron' ? 'desktop' : 'browser'} shell. A flame graph
          and profile explorer for engineers who hunt allocations and garbage collection pressure in
          Go programs.
        </p>
        <p>
          Numbers agree with <code>go tool pprof</code>. Everything is worked out on this machine;
          profiles are sent nowhere.
        </p>
        <p className="muted">
          Published under the MIT licence. Inter and JetBrains Mono come under the SIL Open Font
          License.
        </p>
      </div>
    </DialogFrame>
  );
}
