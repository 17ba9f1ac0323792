import type { App } from 'electron';

export const PROJECT_PAGE = 'https://github.com/allocscope/allocscope';

/** Fills the panel that the menu's "About" shows. */
export function describeApplication(app: App, version: string, icon: string): void {
  app.setAboutPanelOptions({
    applicationName: app.name,
    applicationVersion: version,
    copyright: 'MIT licence',
    credits: 'Nothing that you open leaves this machine.',
    website: PROJECT_PAGE,
    iconPath: icon,
  });
}
