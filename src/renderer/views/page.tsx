import { CSPProvider } from '@base-ui/react/csp-provider';
import { useEffect, useRef } from 'react';
import type { App } from '../state/app.ts';
import { openTogether } from '../state/pairing.ts';
import { AppContext } from '../state/use-app.ts';
import { CaptureDialog } from './capture/capture-dialog.tsx';
import { CapturesTray } from './capture/captures-tray.tsx';
import { AboutDialog } from './dialogs/about-dialog.tsx';
import { ShortcutsDialog } from './dialogs/shortcuts-dialog.tsx';
import { DropTarget } from './drop-target.tsx';
import { ExportDialog } from './export/export-dialog.tsx';
import { ExportsTray } from './export/exports-tray.tsx';
import { SaveDialog } from './investigation/save-dialog.tsx';
import { SoughtDialog } from './investigation/sought-dialog.tsx';
import { Notices } from './notices/notices.tsx';
import { OpeningsTray } from './openings/openings-tray.tsx';
import { LayerContext } from './parts/use-layer.ts';
import { OpenerContext } from './parts/use-opener.ts';
import { PasteTarget } from './paste-target.tsx';
import { Screen } from './screen.tsx';
import { SourceDialogs } from './source/source-dialogs.tsx';

/** The whole page. */
export function Page({ app, onShown }: { readonly app: App; readonly onShown: () => void }) {
  const chooser = useRef<HTMLInputElement>(null);
  useEffect(() => onShown(), [onShown]);
  const layer = useRef<HTMLElement>(null);
  const showChooser = () => chooser.current?.click();
  return (
    <AppContext value={app}>
      <CSPProvider disableStyleElements>
        <LayerContext value={layer}>
          <OpenerContext value={showChooser}>
            <Screen />
            <div className="trays">
              <CapturesTray />
              <OpeningsTray />
              <ExportsTray />
            </div>
            <Notices />
            <DropTarget />
            <PasteTarget />
            <ShortcutsDialog />
            <AboutDialog />
            <ExportDialog />
            <SaveDialog />
            <CaptureDialog />
            <SoughtDialog />
            <SourceDialogs />
            <input
              ref={chooser}
              type="file"
              multiple
              hidden
              aria-label="Profiles to open"
              onChange={({ currentTarget }) => {
                openTogether(app, [...(currentTarget.files ?? [])]);
                // Otherwise choosing the same file again would be no change.
                currentTarget.value = '';
              }}
            />
            <section ref={layer} aria-label="Menus" />
          </OpenerContext>
        </LayerContext>
      </CSPProvider>
    </AppContext>
  );
}
