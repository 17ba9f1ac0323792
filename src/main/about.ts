import type { App } from 'electron';

export const PROJECT_PAGE = 'https://github.com/allocscope/allocscope';

/** Fills the panel that macOS opens for "About"; elsewhere the page has a dialog for it. */
export function describeApplication(app: App, version: string): void {
  app.setAboutPanelOptions({
    applicationName: app.name,
    applicationVersion: version,
    copyright: 'MIT licence',
    credits: 'Nothing that you open leaves this machine.',
  });
}
