import { Menu } from '@base-ui/react/menu';
import { copyShownPicture } from '../../state/exporting.ts';
import { useApp } from '../../state/use-app.ts';
import { showExport } from '../export/show-export.ts';
import { useExportable } from '../export/use-exportable.ts';

/** What the menu can make of what is on screen. */
export function ExportItems() {
  const app = useApp();
  if (!useExportable()) return null;
  const command = app.about.platform === 'darwin' ? '⌘' : 'Ctrl';
  return (
    <>
      <Menu.Item className="menu-item" onClick={() => showExport(app)}>
        <span className="menu-text">Export…</span>
        <span>
          <kbd>{command}</kbd> <kbd>E</kbd>
        </span>
      </Menu.Item>
      <Menu.Item className="menu-item" onClick={() => copyShownPicture(app)}>
        <span className="menu-text">Copy a picture</span>
        <kbd>C</kbd>
      </Menu.Item>
    </>
  );
}
