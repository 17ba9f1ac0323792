import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import type { RecentFile } from '../../src/bridge/host.ts';
import { type MenuActions, menuTemplate } from '../../src/main/menu.ts';

type Item = MenuItemConstructorOptions;

/** What Electron binds to the roles that the menu uses, apart from those that the system handles. */
const ROLE_ACCELERATORS: Readonly<Record<string, string>> = {
  minimize: 'CmdOrCtrl+M',
  quit: 'CmdOrCtrl+Q',
  reload: 'CmdOrCtrl+R',
  togglefullscreen: 'F11',
  toggleDevTools: 'CmdOrCtrl+Shift+I',
};

const EDIT_ACCELERATORS = ['Z', 'Shift+Z', 'Y', 'X', 'C', 'V', 'Shift+V', 'A', 'H', 'Alt+H'].map(
  (keys) => `CmdOrCtrl+${keys}`,
);

const recentFiles: RecentFile[] = [
  { id: 'r1', name: 'heap.pb.gz', folder: '/tmp/R&D', openedMillis: 2 },
  { id: 'r2', name: 'cpu\u202e.pb.gz', folder: '/tmp', openedMillis: 1 },
];

const actions = () =>
  ({
    command: vi.fn(),
    chooseFiles: vi.fn(),
    openExample: vi.fn(),
    openRecent: vi.fn(),
    clearRecent: vi.fn(),
    openProjectPage: vi.fn(),
  }) satisfies MenuActions;

function build(
  platform: NodeJS.Platform = 'linux',
  development = false,
  state: Partial<Parameters<typeof menuTemplate>[0]> = {},
  called: MenuActions = actions(),
): Item[] {
  const full = { recentFiles: [], theme: 'system' as const, ...state };
  return menuTemplate(full, called, { platform, development });
}

function flatten(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [
    item,
    ...flatten(Array.isArray(item.submenu) ? item.submenu : []),
  ]);
}

const find = (menu: readonly Item[], id: string) => {
  const found = flatten(menu).find((item) => item.id === id || item.role === id);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return found;
};

const click = (item: Item) => item.click?.(null as never, undefined, null as never);

describe.each(['linux', 'win32', 'darwin'] as const)('the menu on %s', (platform) => {
  it.each([true, false])('uses each accelerator once (development: %s)', (development) => {
    const accelerators = flatten(build(platform, development))
      .map(({ accelerator, role }) => accelerator ?? ROLE_ACCELERATORS[role ?? ''])
      .filter((accelerator) => accelerator !== undefined);
    expect(new Set(accelerators).size).toBe(accelerators.length);
    for (const taken of EDIT_ACCELERATORS) expect(accelerators).not.toContain(taken);
  });

  it('takes no letter from text fields', () => {
    const plain = flatten(build(platform)).filter(
      ({ accelerator }) => accelerator !== undefined && !`${accelerator}`.includes('+'),
    );
    const shown = plain.map(({ id, registerAccelerator }) => [id, registerAccelerator]);
    // macOS takes whatever key an item has: only Linux and Windows know of `registerAccelerator`.
    expect(shown).toEqual(
      platform === 'darwin'
        ? []
        : [
            ['copyPicture', false],
            ['swapSides', false],
          ],
    );
  });

  it('has an accelerator for what is done often', () => {
    const menu = build(platform);
    for (const id of [
      'open',
      'openExample',
      'close',
      'find',
      'zoomIn',
      'zoomOut',
      'resetZoom',
      'showShortcuts',
    ]) {
      expect(find(menu, id).accelerator, id).toBeTruthy();
    }
  });

  it('names all that it does itself, and nothing twice', () => {
    const menu = build(platform, false, { recentFiles });
    for (const { items } of [{ items: menu }, ...menu.map((top) => ({ items: top.submenu }))]) {
      const labels = (Array.isArray(items) ? items : [])
        .filter((item) => item.type !== 'separator' && item.role === undefined)
        .filter((item) => item.visible !== false)
        .map((item) => item.label);
      expect(labels.every(Boolean)).toBe(true);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  it('reloads and inspects only for those who work on it', () => {
    const roles = (development: boolean) =>
      flatten(build(platform, development)).map(({ role }) => role);
    expect(roles(true)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
    expect(roles(false)).not.toEqual(expect.arrayContaining(['reload']));
    expect(roles(false)).not.toEqual(expect.arrayContaining(['toggleDevTools']));
  });

  it('quits and tells about itself where the platform expects that', () => {
    const menu = build(platform);
    const roles = flatten(menu).map(({ role }) => role);
    const ids = flatten(menu).map(({ id }) => id);
    if (platform === 'darwin') {
      expect(menu[0]).toEqual({ role: 'appMenu' });
      expect(roles).not.toContain('quit');
      expect(ids).not.toContain('showAbout');
    } else {
      expect(roles).not.toContain('appMenu');
      expect(roles).toContain('quit');
      expect(ids).toContain('showAbout');
    }
  });
});

describe('the items', () => {
  it.each([
    ['capture', 'capture'],
    ['close', 'close'],
    ['find', 'find'],
    ['swapSides', 'swapSides'],
    ['showSides', 'showSides'],
    ['showDifference', 'showDifference'],
    ['showDifferenceTable', 'showDifferenceTable'],
    ['showReport', 'showReport'],
    ['zoomIn', 'zoomIn'],
    ['zoomOut', 'zoomOut'],
    ['resetZoom', 'resetZoom'],
    ['showShortcuts', 'showShortcuts'],
    ['showAbout', 'showAbout'],
    ['useSystemTheme', 'useSystemTheme'],
    ['useLightTheme', 'useLightTheme'],
    ['useDarkTheme', 'useDarkTheme'],
  ])('%s has the page do %s', (id, command) => {
    const called = actions();
    click(find(build('linux', false, {}, called), id));
    expect(called.command.mock.calls).toEqual([[command]]);
  });

  it.each([
    ['open', 'chooseFiles'],
    ['openExample', 'openExample'],
    ['projectPage', 'openProjectPage'],
  ] as const)('%s does %s', (id, action) => {
    const called = actions();
    click(find(build('linux', false, {}, called), id));
    expect(called[action]).toHaveBeenCalledOnce();
    expect(called.command).not.toHaveBeenCalled();
  });

  it('both "+" and "=" zoom in', () => {
    const keys = flatten(build())
      .filter(({ label }) => label?.replace('&', '') === 'Zoom In')
      .map(({ accelerator }) => accelerator);
    expect(keys).toEqual(['CmdOrCtrl+Plus', 'CmdOrCtrl+=']);
  });
});

describe('the recent files', () => {
  it('are listed newest first, opened by their ids, and can be cleared', () => {
    const called = actions();
    const { submenu } = find(build('linux', false, { recentFiles }, called), 'openRecent');
    const items = submenu as Item[];
    expect(items.map(({ label, type }) => label ?? type)).toEqual([
      'heap.pb.gz (/tmp/R&&D)',
      'cpu\\u{202E}.pb.gz (/tmp)',
      'separator',
      '&Clear Recent Files',
    ]);
    for (const item of items) click(item);
    expect(called.openRecent.mock.calls).toEqual([['r1'], ['r2']]);
    expect(called.clearRecent).toHaveBeenCalledOnce();
  });

  it('may be none, and then there is nothing to clear', () => {
    const { submenu } = find(build(), 'openRecent');
    expect(submenu).toEqual([expect.objectContaining({ id: 'clearRecent', enabled: false })]);
  });
});

it.each([
  ['system', 'useSystemTheme'],
  ['light', 'useLightTheme'],
  ['dark', 'useDarkTheme'],
] as const)('the theme %s is marked', (theme, marked) => {
  const checked = flatten(build('linux', false, { theme })).filter((item) => item.checked);
  expect(checked.map(({ id }) => id)).toEqual([marked]);
});
