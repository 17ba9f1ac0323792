import { useApp } from '../../state/use-app.ts';
import { showExport } from '../export/show-export.ts';
import { useExportable } from '../export/use-exportable.ts';
import { Icon } from '../parts/icon.tsx';

/** Opens the dialog that exports what is on screen. */
export function ExportButton() {
  const app = useApp();
  if (!useExportable()) return null;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label="Export"
      title="Export: pictures, pages, reports, data"
      onClick={() => showExport(app)}
    >
      <Icon name="export" />
    </button>
  );
}
