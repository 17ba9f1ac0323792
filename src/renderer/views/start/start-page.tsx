import { attempt } from '../../state/actions.ts';
import { showCapture } from '../../state/capturing.ts';
import { useApp } from '../../state/use-app.ts';
import { MainMenu } from '../header/main-menu.tsx';
import { Icon } from '../parts/icon.tsx';
import { Logo } from '../parts/logo.tsx';
import { useOpener } from '../parts/use-opener.ts';
import { RecentFiles } from './recent-files.tsx';
import { StartSides } from './start-sides.tsx';
import './start-page.css';

/** What stands before the first profile: where to drop it, and other ways to one. */
export function StartPage() {
  const app = useApp();
  const open = useOpener();
  return (
    <div className="start">
      <header className="start-head">
        <Logo />
        <span className="brand">Allocscope</span>
        <MainMenu />
      </header>
      <main className="start-main">
        <section className="start-drop" aria-labelledby="start-title">
          <h1 id="start-title">See where a Go program allocates</h1>
          <p>Drop profiles anywhere on this window: one to look at, two to compare.</p>
          <p className="start-buttons">
            <button type="button" className="button primary" onClick={open}>
              <Icon name="open" />
              Open profiles…
            </button>
            <button type="button" className="button" onClick={() => showCapture(app)}>
              <Icon name="down" />
              Capture from a running service…
            </button>
            <button
              type="button"
              className="button"
              onClick={() => void attempt(app, app.host.request('openExample', undefined))}
            >
              Open the example
            </button>
          </p>
          <StartSides />
          <p className="start-formats">
            Takes what <code>net/http/pprof</code>, <code>runtime/pprof</code> and{' '}
            <code>go test</code> write: heap, allocs, CPU, block, mutex and goroutine profiles in
            pprof’s format or as the text of <code>debug=1</code>, plain or compressed with gzip or
            zstd. And what tells more of the same runs, dropped or pasted: logs with{' '}
            <code>gctrace</code>, results of benchmarks, what the compiler says of escapes, reports
            of hey, wrk and vegeta.
          </p>
          <pre className="start-command">
            curl -o heap.pb.gz http://localhost:6060/debug/pprof/heap
          </pre>
        </section>
        <RecentFiles />
      </main>
      <footer className="start-foot">
        Nothing leaves this machine: profiles are read here and sent nowhere.
      </footer>
    </div>
  );
}
