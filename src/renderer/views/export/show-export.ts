import type { App } from '../../state/app.ts';
import { exportSubject } from '../../state/export-request.ts';

/** Opens the dialog that exports what is on screen, if there is anything. */
export function showExport(app: App): void {
  if (exportSubject(app) !== null) app.screen.setState({ dialog: 'export' });
}
