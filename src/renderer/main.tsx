import './language.ts';
import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/jetbrains-mono/index.css';
import './theme/signs.css';
import './theme/tokens.css';
import './theme/base.css';
import './theme/controls.css';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { connectHost } from './host/host.ts';
import { busy } from './idle.ts';
import { createApp } from './state/app.ts';
import { keepFacet } from './state/evidence.ts';
import { followHost } from './state/host-events.ts';
import { keepNotes } from './state/keeping-notes.ts';
import { sentenceOf } from './state/notices.ts';
import { keepPair, showPair } from './state/pairing.ts';
import { keepComparing } from './state/preparing.ts';
import { keepScreens } from './state/screen-state.ts';
import { keepSearching } from './state/searching.ts';
import { followTheme, showTheme, themeOf } from './theme/follow-theme.ts';
import { ErrorBoundary } from './views/error-boundary.tsx';
import { Failure } from './views/failure.tsx';
import { Page } from './views/page.tsx';

async function start(root: Root, onShown: () => void): Promise<void> {
  const host = await connectHost();
  const hello = await host.request('hello', undefined);
  const app = createApp(host, hello);
  followTheme(app.settings);
  followHost(app);
  keepSearching(app);
  keepComparing(app);
  keepPair(app);
  keepFacet(app.evidence, host);
  if (hello.pair !== null) showPair(app, hello.pair);
  keepScreens(app);
  keepNotes(app);
  root.render(
    <StrictMode>
      <ErrorBoundary>
        <Page app={app} onShown={onShown} />
      </ErrorBoundary>
    </StrictMode>,
  );
}

const started = busy();
showTheme(themeOf('system'));
const root = createRoot(document.getElementById('root') ?? document.body);
start(root, started).catch((thrown: unknown) => {
  root.render(<Failure sentence={sentenceOf(thrown)} />);
  started();
});
