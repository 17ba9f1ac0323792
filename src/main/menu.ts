import type { MenuItemConstructorOptions } from 'electron';
import type { RecentFile } from '../bridge/host.ts';
import type { MenuCommand } from '../bridge/menu-command.ts';
import type { Settings } from '../bridge/settings.ts';
import { visibleText } from '../core/text/visible-text.ts';

/** What the menu shows that changes. */
export interface MenuState {
  readonly recentFiles: readonly RecentFile[];
  readonly theme: Settings['theme'];
}

/** What its items do that the page does not do itself. */
export interface MenuActions {
  /** Has the page carry out a command. */
  command(command: MenuCommand): void;
  chooseFiles(): void;
  openExample(): void;
  openRecent(id: string): void;
  clearRecent(): void;
  openProjectPage(): void;
}

/** Where the menu is shown. */
export interface MenuPlace {
  readonly platform: NodeJS.Platform;
  /** Whether the items of those who work on the application are wanted. */
  readonly development: boolean;
}

type Item = MenuItemConstructorOptions;

const SEPARATOR: Item = { type: 'separator' };

const THEMES = [
  ['system', 'Like the System', 'useSystemTheme'],
  ['light', 'Light', 'useLightTheme'],
  ['dark', 'Dark', 'useDarkTheme'],
] as const satisfies readonly [Settings['theme'], string, MenuCommand][];

/** The application menu. */
export function menuTemplate(state: MenuState, actions: MenuActions, place: MenuPlace): Item[] {
  const mac = place.platform === 'darwin';
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    fileMenu(state, actions, mac),
    { role: 'editMenu' },
    viewMenu(state, actions, place.development),
    compareMenu(actions, mac),
    windowMenu(mac),
    helpMenu(actions, mac),
  ];
}

function fileMenu({ recentFiles }: MenuState, actions: MenuActions, mac: boolean): Item {
  return {
    label: '&File',
    submenu: [
      { id: 'open', label: '&Open…', accelerator: 'CmdOrCtrl+O', click: actions.chooseFiles },
      { id: 'openRecent', label: 'Open &Recent', submenu: recentMenu(recentFiles, actions) },
      {
        id: 'capture',
        label: 'Cap&ture from a Running Service…',
        click: () => actions.command('capture'),
      },
      {
        id: 'openExample',
        label: 'Open &Example',
        accelerator: 'CmdOrCtrl+Shift+E',
        click: actions.openExample,
      },
      SEPARATOR,
      {
        id: 'saveInvestigation',
        label: '&Save Investigation',
        accelerator: 'CmdOrCtrl+S',
        click: () => actions.command('saveInvestigation'),
      },
      {
        id: 'saveInvestigationAs',
        label: 'Save Investigation &As…',
        accelerator: 'CmdOrCtrl+Shift+S',
        click: () => actions.command('saveInvestigationAs'),
      },
      SEPARATOR,
      {
        id: 'close',
        label: '&Close Profile',
        accelerator: 'CmdOrCtrl+W',
        click: () => actions.command('close'),
      },
      SEPARATOR,
      {
        id: 'export',
        label: '&Export…',
        accelerator: 'CmdOrCtrl+E',
        click: () => actions.command('export'),
      },
      {
        id: 'copyPicture',
        label: 'Copy &Picture',
        ...keyOfPage('C', mac),
        click: () => actions.command('copyPicture'),
      },
      ...(mac ? [] : [SEPARATOR, { role: 'quit' } as const]),
    ],
  };
}

/**
 * Shows a key beside an item that the page listens to: the menu would take it from text fields. macOS shows no
 * key without taking it.
 */
function keyOfPage(key: string, mac: boolean): Item {
  return mac ? {} : { accelerator: key, registerAccelerator: false };
}

function recentMenu(recentFiles: readonly RecentFile[], actions: MenuActions): Item[] {
  return [
    ...recentFiles.map(
      ({ id, name, folder }): Item => ({
        // "&" marks an access key in a label, and would vanish from a name.
        label: visibleText(`${name} (${folder})`).replaceAll('&', '&&'),
        click: () => actions.openRecent(id),
      }),
    ),
    ...(recentFiles.length > 0 ? [SEPARATOR] : []),
    {
      id: 'clearRecent',
      label: '&Clear Recent Files',
      enabled: recentFiles.length > 0,
      click: actions.clearRecent,
    },
  ];
}

function viewMenu({ theme }: MenuState, { command }: MenuActions, development: boolean): Item {
  return {
    label: '&View',
    submenu: [
      { id: 'find', label: '&Find', accelerator: 'CmdOrCtrl+F', click: () => command('find') },
      SEPARATOR,
      {
        id: 'zoomIn',
        label: 'Zoom &In',
        accelerator: 'CmdOrCtrl+Plus',
        click: () => command('zoomIn'),
      },
      {
        // Where "+" is typed with Shift, "=" is the key that people mean.
        label: 'Zoom In',
        accelerator: 'CmdOrCtrl+=',
        visible: false,
        acceleratorWorksWhenHidden: true,
        click: () => command('zoomIn'),
      },
      {
        id: 'zoomOut',
        label: 'Zoom &Out',
        accelerator: 'CmdOrCtrl+-',
        click: () => command('zoomOut'),
      },
      {
        id: 'resetZoom',
        label: '&Reset Zoom',
        accelerator: 'CmdOrCtrl+0',
        click: () => command('resetZoom'),
      },
      SEPARATOR,
      {
        label: '&Theme',
        submenu: THEMES.map(([name, label, choose]) => ({
          id: choose,
          label,
          type: 'radio' as const,
          checked: name === theme,
          click: () => command(choose),
        })),
      },
      SEPARATOR,
      { role: 'togglefullscreen' },
      ...(development
        ? [SEPARATOR, { role: 'reload' } as const, { role: 'toggleDevTools' } as const]
        : []),
    ],
  };
}

const COMPARISON_VIEWS = [
  ['showSides', 'Side &by Side'],
  ['showDifference', '&Difference'],
  ['showDifferenceTable', '&Table'],
  ['showReport', '&Report'],
] as const satisfies readonly [MenuCommand, string][];

function compareMenu({ command }: MenuActions, mac: boolean): Item {
  return {
    label: '&Compare',
    submenu: [
      {
        id: 'swapSides',
        label: '&Swap Before and After',
        ...keyOfPage('X', mac),
        click: () => command('swapSides'),
      },
      SEPARATOR,
      ...COMPARISON_VIEWS.map(
        ([id, label], at): Item => ({
          id,
          label,
          accelerator: `CmdOrCtrl+${at + 1}`,
          click: () => command(id),
        }),
      ),
    ],
  };
}

function windowMenu(mac: boolean): Item {
  return {
    role: 'window',
    label: '&Window',
    submenu: [
      { role: 'minimize' },
      ...(mac ? [{ role: 'zoom' } as const] : []),
      // Its own accelerator would be that of closing a profile.
      { role: 'close', label: 'Close Window', accelerator: 'CmdOrCtrl+Shift+W' },
      ...(mac ? [SEPARATOR, { role: 'front' } as const] : []),
    ],
  };
}

function helpMenu(actions: MenuActions, mac: boolean): Item {
  return {
    role: 'help',
    label: '&Help',
    submenu: [
      {
        id: 'showShortcuts',
        label: '&Keyboard Shortcuts',
        accelerator: 'CmdOrCtrl+/',
        click: () => actions.command('showShortcuts'),
      },
      { id: 'projectPage', label: '&Project Page', click: actions.openProjectPage },
      // On macOS it stands in the application's own menu, and opens the panel of the system.
      ...(mac
        ? []
        : [
            SEPARATOR,
            {
              id: 'showAbout',
              label: '&About Allocscope',
              click: () => actions.command('showAbout'),
            },
          ]),
    ],
  };
}
